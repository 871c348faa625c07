"""What patients agree to: one file per version and language, never changed again.

A new wording is a new version in every language; tests hold the digests of the old.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from backend.accounts.models import Clinic

CURRENT = "2026-11-2"
LANGUAGES = ("en", "es", "de")
_FOLDER = Path(__file__).resolve().parents[1] / "consent_texts"


@dataclass(frozen=True, slots=True)
class ConsentText:
    """The text as one clinic shows it."""

    version: str
    language: str
    text: str

    @property
    def digest(self) -> str:
        """SHA-256 of the exact words, by which a form names what it showed."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def current(clinic: Clinic, language: str | None) -> ConsentText:
    """What is agreed to now, in the language if we have it, else in English."""
    known = (language or "")[:2].lower()
    return _text(CURRENT, known if known in LANGUAGES else "en", clinic.name)


def shown(clinic: Clinic, digest: str) -> ConsentText | None:
    """The current text with exactly these words; None if it has changed since."""
    texts = (_text(CURRENT, language, clinic.name) for language in LANGUAGES)
    return next((text for text in texts if text.digest == digest), None)


def before_records(clinic: Clinic, version: str) -> ConsentText | None:
    """A text of the time when only its version was kept, in the trail."""
    is_known = (_FOLDER / f"{version}.en.txt").is_file()
    return _text(version, "en", clinic.name) if is_known else None


@cache
def _text(version: str, language: str, clinic: str) -> ConsentText:
    words = (_FOLDER / f"{version}.{language}.txt").read_text(encoding="utf-8")
    return ConsentText(version, language, words.strip().replace("{clinic}", clinic))
