from django.urls import path

from backend.accounts import kept_form, language, reauthentication, views

# The clinic keeps the address, and patients have no password: nothing to set here.
urlpatterns = [
    path("accounts/logout/", views.SignOut.as_view(), name="account_logout"),
    path("accounts/reauthenticate/", reauthentication.ByPassword.as_view()),
    path("accounts/2fa/reauthenticate/", reauthentication.ByCode.as_view()),
    path("accounts/2fa/webauthn/reauthenticate/", reauthentication.ByPasskey.as_view()),
    path("language", language.choose, name="language"),
    path("accounts/kept", kept_form.kept_form, name="kept-form"),
    path("clinic/choose", views.choose_clinic, name="choose-clinic"),
    path("accounts/confirm-email/", views.not_offered),
    path("accounts/email/", views.not_offered),
    path("_allauth/app/v1/account/email", views.not_offered),
    path("_allauth/app/v1/account/password/change", views.not_offered),
    path("accounts/password/set/", views.not_offered),
]
