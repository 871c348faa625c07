"""In which language a patient is being spoken to, and where English stands beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backend.common import languages
from tracker.clinical.wording.languages import ENGLISH, language_of
from tracker.queries import language_sign_offs

if TYPE_CHECKING:
    from backend.accounts.models import Clinic


@dataclass(frozen=True, slots=True)
class Speech:
    """A language, and whether emergencies are told in English, too."""

    language: str
    adds_english: bool


IN_ENGLISH = Speech(ENGLISH, adds_english=False)


def current() -> str:
    """The language of the answer that is being made now."""
    return language_of(languages.current())


def of_clinic(clinic: Clinic) -> Speech:
    """How its patients are spoken to in the current language.

    Until somebody at the clinic answers for the translation, an emergency is told in
    English as well: a wrong word there must not cost a life.
    """
    language = current()
    if language == ENGLISH:
        return IN_ENGLISH
    return Speech(
        language, adds_english=not language_sign_offs.is_signed(clinic, language)
    )


def of_nobody() -> Speech:
    """The same for a page that does not know the reader's clinic."""
    language = current()
    return Speech(language, adds_english=language != ENGLISH)
