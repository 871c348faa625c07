"""Which of the languages that we ship a person reads."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager

from django.http import HttpResponse
from django.utils import translation
from django.utils.formats import get_format
from django.utils.translation import get_supported_language_variant

ENGLISH = "en"


def shipped(locale: str) -> str | None:
    """The language of ours that serves "de-AT"; None if there is none."""
    try:
        return get_supported_language_variant(locale.replace("_", "-").lower())
    except LookupError:
        return None


def of(locale: str) -> str:
    """The same, with English where we have nothing better."""
    return shipped(locale) or ENGLISH


def current() -> str:
    """The language of what is being rendered now."""
    return translation.get_language() or ENGLISH


def number(value: float) -> str:
    """As short as can be, with the decimal sign of the current language."""
    return f"{value:g}".replace(".", str(get_format("DECIMAL_SEPARATOR")))


def speaking(locale: str) -> AbstractContextManager[None]:
    """`with speaking(user.locale):` words are in the language of that person."""
    override: Callable[[str], AbstractContextManager[None]] = translation.override
    return override(of(locale))


def labelled(response: HttpResponse) -> HttpResponse:
    """The response, saying that it is in the current language."""
    response.setdefault("Content-Language", current())
    return response


def asked(query: Mapping[str, str]) -> str:
    """The language that an address names by `?lang=`, else that of the request."""
    return shipped(query.get("lang", "")) or current()
