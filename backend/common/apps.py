from django.apps import AppConfig
from django.core.checks import register
from django.urls import register_converter

from backend.common import pdf
from backend.common.converters import SignedNumberConverter


class CommonConfig(AppConfig):
    name = "backend.common"
    label = "common"

    def ready(self) -> None:
        register_converter(SignedNumberConverter, "signed")
        register(pdf.check_libraries)
