"""Thresholds as typed: read with point or comma, refused with a sentence each."""

import pytest

from tracker.clinical.triage.moves import InvalidMoves, read_moves
from tracker.clinical.triage.rulesets import CURRENT, RULESETS

RELEASED = RULESETS[CURRENT]


def test_only_what_differs_from_the_release_is_a_move():
    typed = {"fever_c": "38,2", "severe_pain": "9", "rebound": "3", "warm_c": " "}

    assert read_moves(typed, RELEASED) == {"fever_c": 38.2, "severe_pain": 9}


def test_number_from_a_program_is_read_like_text():
    assert read_moves({"fever_c": 38.2, "severe_pain": 9.0}, RELEASED) == {
        "fever_c": 38.2,
        "severe_pain": 9,
    }


def test_whole_number_stays_one_so_that_it_is_stored_as_one():
    moves = read_moves({"severe_pain": "9.0"}, RELEASED)

    assert isinstance(moves["severe_pain"], int)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        (
            "fever_c",
            "39",
            "“Fever begins at” (fever_c) is a number from 37.5 to 38.3."
            " 39 lies outside.",
        ),
        (
            "fever_c",
            "warm",
            "“Fever begins at” (fever_c) is a number from 37.5 to 38.3."
            " You wrote “warm”.",
        ),
        ("severe_pain", "7.5", "“Severe pain begins at” (severe_pain) is a whole"),
        ("severe_pain", "-8", "You wrote “-8”."),
        ("severe_pain", "nan", "You wrote “nan”."),
        ("fever_c", True, "You wrote “True”."),
        ("colour", "1", "There is no threshold colour."),
    ],
)
def test_what_cannot_be_taken_is_refused_by_name(name, text, sentence):
    with pytest.raises(InvalidMoves) as caught:
        read_moves({name: text}, RELEASED)

    assert [error.field for error in caught.value.errors] == [name]
    assert sentence in str(caught.value)


def test_every_fault_is_named_at_once():
    with pytest.raises(InvalidMoves) as caught:
        read_moves({"fever_c": "40", "severe_pain": "8", "warm_c": "1"}, RELEASED)

    assert [error.field for error in caught.value.errors] == ["fever_c", "warm_c"]
