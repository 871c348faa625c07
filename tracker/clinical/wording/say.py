"""One text in one language: the way every screen and message gets its medical words."""

from collections.abc import Mapping
from types import MappingProxyType

from tracker.clinical.wording import de, en, es
from tracker.clinical.wording.en.earlier import EARLIER
from tracker.clinical.wording.languages import ENGLISH

_TEXTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {ENGLISH: en.TEXTS, "es": es.TEXTS, "de": de.TEXTS}
)


def say(key: str, language: str) -> str:
    """The text of a key; in English where a language has none of its own."""
    return _TEXTS[language].get(key) or en.TEXTS[key]


def say_own(key: str, stored: str, language: str) -> str:
    """The text of a sentence that a clinic may have changed, such as a milestone's.

    Only the sentence we ship, or once shipped, has a translation of ours: what a clinic
    wrote itself is shown as it wrote it.
    """
    is_ours = stored == en.TEXTS.get(key) or stored in EARLIER.get(key, ())
    return say(key, language) if is_ours else stored


def texts_in(language: str) -> Mapping[str, str]:
    """Every text of a language by key, without what falls back to English."""
    return _TEXTS[language]
