from django.apps import AppConfig
from django.urls import register_converter

from backend.common.converters import SignedNumberConverter


class CommonConfig(AppConfig):
    name = "backend.common"
    label = "common"

    def ready(self) -> None:
        register_converter(SignedNumberConverter, "signed")
