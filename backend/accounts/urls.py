from django.urls import path

from backend.accounts import views

urlpatterns = [path("clinic/choose", views.choose_clinic, name="choose-clinic")]
