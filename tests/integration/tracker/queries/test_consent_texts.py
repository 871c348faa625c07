"""What somebody agreed to must read the same for ever."""

import hashlib
from pathlib import Path

import pytest

import tracker
from backend.accounts.models import Clinic
from tracker.queries import consent_texts

FOLDER = Path(tracker.__file__).parent / "consent_texts"
# A wrong digest here means: write a new version instead.
RELEASED = {
    "2026-11-2.de.txt": "4ff89b8daddf030d",
    "2026-11-2.en.txt": "eb3b7631b9c8ea54",
    "2026-11-2.es.txt": "b7b1ea3e03b14e86",
    "2026-11.en.txt": "c94df20ed98f0ed2",
}
CLINIC = Clinic(name="Hudson Spine")


def test_released_texts_never_change() -> None:
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        for path in FOLDER.iterdir()
    }

    assert found == RELEASED


@pytest.mark.parametrize(
    ("asked", "language"),
    [("en", "en"), ("es-MX", "es"), ("de", "de"), ("fr", "en"), (None, "en")],
)
def test_current_text_is_in_the_language_or_in_english(
    asked: str | None, language: str
) -> None:
    text = consent_texts.current(CLINIC, asked)

    assert text.language == language
    assert text.text.startswith("Hudson Spine ")
    assert "{" not in text.text


def test_a_form_names_the_text_by_its_words() -> None:
    spanish = consent_texts.current(CLINIC, "es")

    assert consent_texts.shown(CLINIC, spanish.digest) == spanish
    assert consent_texts.shown(Clinic(name="Other"), spanish.digest) is None
    assert consent_texts.shown(CLINIC, "") is None
