from django.urls import path

from backend.demo import views

urlpatterns = [path("mail", views.mail, name="demo-mail")]
