"""Whose provider sends the text messages of a clinic."""

from django.conf import settings


def url_of(clinic: str) -> str:
    """The Apprise URL of the clinic with this slug, or that of the server.

    Empty where there is none: then the clinic sends no text messages.
    """
    return str(settings.SMS_URLS.get(clinic, settings.SMS_URL))
