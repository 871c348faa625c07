"""Whatever the readers of the pure core refuse with can be said in every language."""

from datetime import date
from typing import Any

import pytest
from django.utils import translation

from tracker.actions import reader_words
from tracker.clinical.answer_reader import InvalidAnswers
from tracker.clinical.answers import FIELDS, read_answers
from tracker.clinical.proms.answers import read_response
from tracker.clinical.proms.definitions import OWN_INSTRUMENTS

DAY = date(2026, 11, 21)
WRONG: list[Any] = [
    True, -1, 10**7, 0.5, "", "x", "x" * 5000, "\x00", {}, {"value": "x", "unit": "C"},
    [], ["x"], ["x"] * 500, [{}], [{"code": "x", "change": "y"}], "2020-01-01",
    "2027-01-01", {"unit": 1},
    [{"code": "fever", "change": "new", "more": 1}],
    [{"code": "chest_pain", "change": "new"}] * 2,
]  # fmt: skip


def refusals() -> set[str]:
    """Every sentence that a wrong value of a field brings up."""
    found: set[str] = set()
    raws: list[Any] = [{field: value} for field in FIELDS for value in WRONG]
    for raw in [[], {}, {"made_up": 1}, *raws]:
        try:
            read_answers(raw, procedure_date=DAY, today=DAY)
        except InvalidAnswers as invalid:
            found |= {error.message for error in invalid.errors}
    for instrument in OWN_INSTRUMENTS.values():
        raws = [{q.code: value} for q in instrument.questions for value in WRONG]
        for raw in [[], {}, {"made_up": 1}, *raws]:
            try:
                read_response(instrument, raw, partial=False)
            except InvalidAnswers as invalid:
                found |= {error.message for error in invalid.errors}
    return found


@pytest.mark.parametrize("language", ["es", "de"])
def test_every_refusal_is_translated(language: str) -> None:
    with translation.override(language):
        same = [text for text in refusals() if reader_words.translated(text) == text]

    assert same == []


def test_a_number_keeps_its_bounds_in_another_language() -> None:
    with translation.override("de"):
        said = reader_words.translated("Pain is a whole number from 0 to 10.")

    assert "0" in said
    assert "10" in said
    assert "Pain" not in said


def test_a_sentence_that_nobody_knows_stays() -> None:
    assert reader_words.translated("Something else.") == "Something else."
