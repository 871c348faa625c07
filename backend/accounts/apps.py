from django.apps import AppConfig
from django.contrib.admin import apps


class AccountsConfig(AppConfig):
    name = "backend.accounts"

    def ready(self) -> None:
        from allauth.mfa import signals  # noqa: PLC0415  (needs loaded apps)

        from backend.accounts import fresh_step  # noqa: PLC0415

        signals.authenticator_added.connect(fresh_step.remember)


class AdminConfig(apps.AdminConfig):
    default_site = "backend.accounts.admin_site.AdminSite"
