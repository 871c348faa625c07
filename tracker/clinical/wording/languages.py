"""The languages a patient can read us in."""

from collections.abc import Mapping
from types import MappingProxyType

ENGLISH = "en"

LANGUAGES: Mapping[str, str] = MappingProxyType(
    {ENGLISH: "English", "es": "Spanish", "de": "German"}
)
"""By code, the name that staff reads. English is the original of every text."""

TRANSLATED = tuple(code for code in LANGUAGES if code != ENGLISH)


def language_of(locale: str | None) -> str:
    """The language of a locale such as `es-MX`; English where it is not spoken here."""
    code = (locale or "").lower().replace("_", "-").split("-")[0]
    return code if code in LANGUAGES else ENGLISH
