"""Reading an answered questionnaire: what is taken, refused and dropped."""

from math import inf, nan

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from tests.unit.tracker.clinical.proms.builders import ask, choice, instrument, scale
from tracker.clinical.proms.answers import InvalidAnswers, read_response
from tracker.clinical.proms.definitions import MOOD_SCREEN, PSFS
from tracker.clinical.proms.instrument import Condition

ALL_KINDS = instrument(
    ask("hello", "display"),
    scale("scale", 1, 7, required=True),
    choice("choice"),
    choice("several", kind="choices"),
    ask("tick", "tick"),
    ask("number", "number", lowest=0.5, highest=20),
    ask("whole", "number", whole=True),
    ask("text", "text"),
    ask("date", "text", is_date=True),
    ask("sure", "yes_no", required=True, show_if=Condition("scale", ">", 5)),
)


def faults(raw, questionnaire=ALL_KINDS, partial=True):
    with pytest.raises(InvalidAnswers) as caught:
        read_response(questionnaire, raw, partial=partial)
    return [(error.field, error.code) for error in caught.value.errors]


def message(raw, questionnaire=ALL_KINDS):
    with pytest.raises(InvalidAnswers) as caught:
        read_response(questionnaire, raw, partial=True)
    (error,) = caught.value.errors
    return error.message


def test_full_response_is_read_in_the_order_of_the_questions():
    raw = {
        "sure": False,
        "date": " 2026-03-31 ",
        "text": " walk ",
        "whole": -3,
        "number": 0.5,
        "tick": True,
        "several": [3, 0, 3],
        "choice": 0,
        "scale": 7,
    }

    found = read_response(ALL_KINDS, raw, partial=False)

    assert list(found.items()) == [
        ("scale", 7),
        ("choice", 0),
        ("several", [0, 3]),
        ("tick", True),
        ("number", 0.5),
        ("whole", -3),
        ("text", "walk"),
        ("date", "2026-03-31"),
        ("sure", False),
    ]


@pytest.mark.parametrize("empty", [None, "", "  "])
def test_nothing_is_no_answer(empty):
    assert read_response(ALL_KINDS, {"scale": 3, "text": empty}, partial=False) == {
        "scale": 3
    }
    for nothing in ({"number": None}, {"several": None}, {"several": []}):
        assert read_response(ALL_KINDS, {"scale": 3} | nothing, partial=False) == {
            "scale": 3
        }


def test_one_box_at_least_is_ticked_where_it_is_required():
    asked = instrument(choice("q", kind="choices", required=True), scale("a"))

    assert faults({"q": [], "a": 3}, asked, partial=False) == [("q", "required")]
    assert read_response(asked, {"q": [2]}, partial=False) == {"q": [2]}


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("scale", 0, "out_of_range"),
        ("scale", 8, "out_of_range"),
        ("scale", 5.0, "wrong_type"),
        ("scale", "5", "wrong_type"),
        ("scale", True, "wrong_type"),
        ("choice", 4, "unknown_code"),
        ("choice", -1, "unknown_code"),
        ("choice", True, "wrong_type"),
        ("choice", "1", "wrong_type"),
        ("choice", 1.0, "wrong_type"),
        ("several", 1, "wrong_type"),
        ("several", "1", "wrong_type"),
        ("several", [1, 4], "unknown_code"),
        ("several", [1, True], "wrong_type"),
        ("several", [4, "1"], "wrong_type"),
        ("tick", 1, "wrong_type"),
        ("sure", "yes", "wrong_type"),
        ("number", 0.4, "out_of_range"),
        ("number", 20.1, "out_of_range"),
        ("number", nan, "out_of_range"),
        ("number", "3", "wrong_type"),
        ("number", False, "wrong_type"),
        ("whole", 3.5, "wrong_type"),
        ("whole", 10**13, "out_of_range"),
        ("whole", -(10**13), "out_of_range"),
        ("text", 3, "wrong_type"),
        ("text", "x" * 4001, "too_long"),
        ("text", "a\x00", "unreadable"),
        ("date", "31.03.2026", "wrong_date"),
        ("date", "20260331", "wrong_date"),
        ("date", "2026-02-30", "wrong_date"),
        ("hello", "x", "unknown_field"),
        ("other", 1, "unknown_field"),
    ],
)
def test_wrong_answer_is_refused(field, value, code):
    assert faults({field: value}) == [(field, code)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("scale", 1),
        ("number", 20),
        ("whole", 10**12),
        ("whole", -(10**12)),
        ("text", "x" * 4000),
        ("choice", 3),
    ],
)
def test_answer_at_the_limit_is_taken(field, value):
    assert read_response(ALL_KINDS, {field: value}, partial=True) == {field: value}


def test_infinite_number_without_limits_is_refused():
    free = instrument(ask("n", "number"))

    assert faults({"n": inf}, free) == [("n", "out_of_range")]
    assert faults({"n": -inf}, free) == [("n", "out_of_range")]


@pytest.mark.parametrize(
    ("item", "value", "sentence"),
    [
        (scale("q", 1, 7), 9, "The answer is a whole number from 1 to 7."),
        (
            ask("q", "number", lowest=0.5, highest=20),
            "",
            "The answer is a number from 0.5 to 20.",
        ),
        (ask("q", "number", lowest=2), 1, "The answer is a number, 2 or more."),
        (
            ask("q", "number", highest=2, whole=True),
            3,
            "The answer is a whole number, 2 or less.",
        ),
        (ask("q", "number"), "x", "The answer is a number."),
        (choice("q"), 9, "The answer is one of 0, 1, 2, 3."),
        (
            choice("q", kind="choices"),
            [9],
            "The answer is a list out of 0, 1, 2, 3.",
        ),
        (ask("q", "tick"), 1, "The answer is true or false."),
        (ask("q", "text"), 1, "The answer is text of at most 4000 characters."),
        (
            ask("q", "text", is_date=True),
            "x",
            "The answer is a day, written like 2026-03-31.",
        ),
    ],
)
def test_sentence_says_what_is_accepted(item, value, sentence):
    assert message({"q": value}, instrument(item)) == sentence


@pytest.mark.parametrize("raw", [None, [], "x", 3])
def test_answers_are_a_set_of_fields(raw):
    assert faults(raw) == [("answers", "wrong_type")]


def test_all_faults_come_at_once():
    assert faults({"scale": 9, "tick": 3, "odd": 1}, partial=False) == [
        ("scale", "out_of_range"),
        ("tick", "wrong_type"),
        ("odd", "unknown_field"),
    ]


def test_complete_response_has_what_is_required_and_shown():
    assert faults({"choice": 1}, partial=False) == [("scale", "required")]
    assert faults({"scale": 6}, partial=False) == [("sure", "required")]
    assert read_response(ALL_KINDS, {"scale": 5}, partial=False) == {"scale": 5}


def test_paused_response_may_hold_nothing_yet():
    assert read_response(ALL_KINDS, {}, partial=True) == {}
    assert read_response(ALL_KINDS, {"scale": 6}, partial=True) == {"scale": 6}


def test_complete_response_answers_something():
    loose = instrument(ask("a", "text"), ask("b", "tick"))

    assert faults({}, loose, partial=False) == [("answers", "empty")]
    assert faults({"a": " "}, loose, partial=False) == [("answers", "empty")]
    assert read_response(loose, {"b": False}, partial=False) == {"b": False}


@pytest.mark.parametrize("partial", [True, False])
def test_answer_to_a_hidden_question_is_dropped(partial):
    raw = {"scale": 5, "sure": True}

    assert read_response(ALL_KINDS, raw, partial=partial) == {"scale": 5}


def test_yes_to_self_harm_is_never_dropped():
    raw = {"tension": 0, "worry": 0, "sadness": 0, "joylessness": 0}

    found = read_response(MOOD_SCREEN, raw | {"self_harm": True}, partial=False)

    assert found["self_harm"] is True


def test_remembered_names_stand_whatever_is_sent():
    found = read_response(
        PSFS,
        {"first_activity": "swim", "first_ability": 4, "second_activity": "drive"},
        partial=False,
        remembered={"first_activity": "walk", "first_ability": 1},
    )

    assert found == {
        "first_activity": "walk",
        "first_ability": 4,
        "second_activity": "drive",
    }


def test_remembered_names_need_not_be_sent():
    found = read_response(
        PSFS,
        {"first_ability": 4},
        partial=False,
        remembered={"first_activity": "walk"},
    )

    assert found == {"first_activity": "walk", "first_ability": 4}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=4,
)
NAMES = st.sampled_from([item.code for item in ALL_KINDS.items]) | st.text(max_size=4)


@for_all(st.dictionaries(NAMES, JSON, max_size=6), st.booleans())
def test_any_data_is_read_or_refused(raw, partial):
    try:
        found = read_response(ALL_KINDS, raw, partial=partial)
    except InvalidAnswers:
        return
    assert read_response(ALL_KINDS, found, partial=partial) == found
