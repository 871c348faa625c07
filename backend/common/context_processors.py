"""What every template may know about the product itself."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def product(request: HttpRequest) -> dict[str, Any]:
    # Each language by its own name, whoever reads the page.
    names = settings.LANGUAGES
    has_mailbox = settings.DEMO and bool(settings.MAIL_DIR)
    return {"PRODUCT": "Cairn", "DEMO_MAILBOX": has_mailbox, "LANGUAGES": names}
