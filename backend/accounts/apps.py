from django.apps import AppConfig
from django.contrib.admin import apps


class AccountsConfig(AppConfig):
    name = "backend.accounts"


class AdminConfig(apps.AdminConfig):
    default_site = "backend.accounts.admin_site.AdminSite"
