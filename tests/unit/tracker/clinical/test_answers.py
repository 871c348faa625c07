"""Reading a check-in: what is taken, what is refused, and all faults at once."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.clinical.answers import Answers, InvalidAnswers, read_answers
from tracker.clinical.symptoms import Change

RAW = {
    "local_date": "2026-11-21",
    "recorded_at": "2026-11-21T18:42:10+01:00",
    "pain": 6,
    "mobility": 5,
    "walk_minutes": 20,
    "sleep_hours": 6.5,
    "temperature": {"value": "37,4", "unit": "C"},
    "weight_kg": None,
    "weight_loss_planned": None,
    "symptoms": [{"code": "site_soreness", "change": "new"}],
    "medicines_taken": ["paracetamol"],
    "medicine_helped": "yes",
    "trigger": None,
    "note": "",
    "corrects": None,
    "client_version": "2026.11.0",
}
NOTHING = dict.fromkeys(RAW) | {
    "local_date": RAW["local_date"],
    "recorded_at": RAW["recorded_at"],
}


def read(**changes):
    return read_answers(
        RAW | changes, procedure_date=date(2026, 11, 12), today=date(2026, 11, 21)
    )


def faults(**changes):
    with pytest.raises(InvalidAnswers) as caught:
        read(**changes)
    return [(error.field, error.code) for error in caught.value.errors]


def test_full_entry_is_read():
    assert read() == Answers(
        local_date=date(2026, 11, 21),
        recorded_at=datetime(
            2026, 11, 21, 18, 42, 10, tzinfo=timezone(timedelta(hours=1))
        ),
        pain=6,
        mobility=5,
        walk_minutes=20,
        sleep_hours=6.5,
        temperature_c=37.4,
        symptoms=(("site_soreness", Change.NEW),),
        medicines_taken=("paracetamol",),
        medicine_helped="yes",
        client_version="2026.11.0",
    )


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"symptoms": [], "medicines_taken": []},
        {"symptoms": None, "medicines_taken": None, "pain": None},
        {"corrects": "7b0c9d3e-6f0a-4c7c-9a52-2f9b8f8d2a11", "weight_kg": 80},
        {"note": "d\u00e9j\u00e0 vu", "trigger": "fall", "weight_loss_planned": False},
    ],
)
def test_json_round_trip(changes):
    answers = read(**changes)

    assert Answers.from_json(json.loads(json.dumps(answers.as_json()))) == answers


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("pain", 0, 0),
        ("pain", 10, 10),
        ("mobility", 0, 0),
        ("walk_minutes", 1440, 1440),
        ("sleep_hours", 0, 0.0),
        ("sleep_hours", 24, 24.0),
        ("weight_kg", 20, 20.0),
        ("weight_kg", 400.0, 400.0),
        ("note", "x" * 4000, "x" * 4000),
        ("symptoms", [], ()),
        ("trigger", "lift", "lift"),
        ("local_date", "2026-11-05", date(2026, 11, 5)),
        ("local_date", "2026-11-22", date(2026, 11, 22)),
        ("local_date", date(2026, 11, 20), date(2026, 11, 20)),
        (
            "recorded_at",
            "2026-11-21T17:42:10Z",
            datetime(2026, 11, 21, 17, 42, 10, tzinfo=UTC),
        ),
        ("corrects", UUID(int=7), UUID(int=7)),
    ],
)
def test_bounds_are_accepted(field, value, expected):
    assert getattr(read(**{field: value}), field) == expected


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("pain", 11, ("pain", "out_of_range")),
        ("pain", -1, ("pain", "out_of_range")),
        ("pain", 5.0, ("pain", "wrong_type")),
        ("pain", "5", ("pain", "wrong_type")),
        ("pain", True, ("pain", "wrong_type")),
        ("pain", [5], ("pain", "wrong_type")),
        ("mobility", 11, ("mobility", "out_of_range")),
        ("walk_minutes", 1441, ("walk_minutes", "out_of_range")),
        ("walk_minutes", 10**400, ("walk_minutes", "out_of_range")),
        ("sleep_hours", 24.5, ("sleep_hours", "out_of_range")),
        ("sleep_hours", 10**400, ("sleep_hours", "out_of_range")),
        ("sleep_hours", float("nan"), ("sleep_hours", "out_of_range")),
        ("sleep_hours", False, ("sleep_hours", "wrong_type")),
        ("weight_kg", 19.9, ("weight_kg", "out_of_range")),
        ("weight_kg", "80", ("weight_kg", "wrong_type")),
        ("weight_loss_planned", "yes", ("weight_loss_planned", "wrong_type")),
        ("weight_loss_planned", 1, ("weight_loss_planned", "wrong_type")),
        ("temperature", 37.4, ("temperature", "wrong_type")),
        ("temperature", {"value": "37"}, ("temperature", "wrong_type")),
        ("temperature", {"value": 80, "unit": "C"}, ("temperature", "out_of_range")),
        ("temperature", {"value": "", "unit": "C"}, ("temperature", "unreadable")),
        ("temperature", {"value": 37, "unit": ["C"]}, ("temperature", "unreadable")),
        ("symptoms", {}, ("symptoms", "wrong_type")),
        ("symptoms", "none", ("symptoms", "wrong_type")),
        ("symptoms", [{}] * 1000, ("symptoms", "too_long")),
        ("symptoms", ["fever"], ("symptoms[0]", "wrong_type")),
        (
            "symptoms",
            [{"code": "hives"}],
            ("symptoms[0].change", "required"),
        ),
        (
            "symptoms",
            [{"code": "hives", "change": "new"}, {"code": "x", "change": "new"}],
            ("symptoms[1].code", "unknown_code"),
        ),
        (
            "symptoms",
            [{"code": "hives", "change": "gone"}],
            ("symptoms[0].change", "unknown_code"),
        ),
        (
            "symptoms",
            [{"code": ["hives"], "change": "new"}],
            ("symptoms[0].code", "wrong_type"),
        ),
        (
            "symptoms",
            [{"code": "hives", "change": "new", "since": 1}],
            ("symptoms[0].since", "unknown_field"),
        ),
        (
            "symptoms",
            [{"code": "hives", "change": "new"}, {"code": "hives", "change": "same"}],
            ("symptoms[1].code", "duplicate"),
        ),
        ("medicines_taken", ["aspirin"], ("medicines_taken[0]", "unknown_code")),
        ("medicines_taken", ["nsaid", "nsaid"], ("medicines_taken[1]", "duplicate")),
        ("medicines_taken", "nsaid", ("medicines_taken", "wrong_type")),
        ("medicine_helped", "maybe", ("medicine_helped", "unknown_code")),
        ("trigger", "none", ("trigger", "unknown_code")),
        ("trigger", {}, ("trigger", "wrong_type")),
        ("note", "x" * 4001, ("note", "too_long")),
        ("note", 5, ("note", "wrong_type")),
        ("note", "a\x00b", ("note", "unreadable")),
        ("note", "\u00e9\ud800", ("note", "unreadable")),
        ("corrects", "entry-1", ("corrects", "unreadable")),
        ("corrects", 1, ("corrects", "wrong_type")),
        ("client_version", "x" * 61, ("client_version", "too_long")),
        ("local_date", None, ("local_date", "required")),
        ("local_date", "2026-11-04", ("local_date", "too_early")),
        ("local_date", "2026-11-23", ("local_date", "in_future")),
        ("local_date", "21.11.2026", ("local_date", "unreadable")),
        ("local_date", "20261121", ("local_date", "unreadable")),
        ("local_date", "2026-W47-6", ("local_date", "unreadable")),
        ("local_date", "2026-02-30", ("local_date", "unreadable")),
        ("local_date", 20261121, ("local_date", "wrong_type")),
        ("recorded_at", None, ("recorded_at", "required")),
        ("recorded_at", "2026-11-21T18:42:10", ("recorded_at", "unreadable")),
        ("recorded_at", "0001-01-01T00:00:00+14:00", ("recorded_at", "unreadable")),
        ("recorded_at", "yesterday", ("recorded_at", "unreadable")),
        ("recorded_at", 1, ("recorded_at", "wrong_type")),
        ("level", "none", ("level", "unknown_field")),
    ],
)
def test_wrong_field_is_named(field, value, fault):
    assert faults(**{field: value}) == [fault]


def test_all_faults_are_told_at_once():
    assert faults(
        pain=11, mobility="good", local_date=None, trigger="storm", colour="blue"
    ) == [
        ("local_date", "required"),
        ("pain", "out_of_range"),
        ("mobility", "wrong_type"),
        ("trigger", "unknown_code"),
        ("colour", "unknown_field"),
    ]


def test_message_says_what_is_accepted():
    with pytest.raises(InvalidAnswers) as caught:
        read(pain=11)

    (error,) = caught.value.errors
    assert error.message == "Pain is a whole number from 0 to 10."


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"note": "  \n"},
        {"medicines_taken": []},
        {"weight_loss_planned": True},
        {"corrects": str(UUID(int=1))},
    ],
)
def test_entry_without_an_answer_is_refused(changes):
    assert faults(**NOTHING | changes) == [("entry", "empty_entry")]


@pytest.mark.parametrize(
    "changes",
    [
        {"pain": 0},
        {"mobility": 0},
        {"walk_minutes": 0},
        {"sleep_hours": 0},
        {"symptoms": []},
        {"weight_kg": 80},
        {"temperature": {"value": "37", "unit": "C"}},
        {"medicines_taken": ["other"]},
        {"medicine_helped": "none_taken"},
        {"trigger": "travel"},
        {"note": "hello"},
    ],
)
def test_one_answer_makes_an_entry(changes):
    assert read(**NOTHING | changes)


def test_fields_may_be_left_out():
    raw = {"local_date": RAW["local_date"], "recorded_at": RAW["recorded_at"]}

    answers = read_answers(
        raw | {"pain": 3},
        procedure_date=date(2026, 11, 12),
        today=date(2026, 11, 21),
    )

    assert (answers.pain, answers.symptoms, answers.note) == (3, None, "")


@pytest.mark.parametrize("raw", [None, [], "pain", 5])
def test_entry_that_is_no_set_of_fields_is_refused(raw):
    with pytest.raises(InvalidAnswers) as caught:
        read_answers(raw, procedure_date=date(2026, 11, 12), today=date(2026, 11, 21))

    assert [(e.field, e.code) for e in caught.value.errors] == [("entry", "wrong_type")]


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=12)
    | st.sampled_from(["hives", "new", "37,4", "C", "nsaid", "2026-11-21"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["code", "change", "value", "unit", "x"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)


@settings(max_examples=80, deadline=None)
@given(changes=st.dictionaries(st.sampled_from([*RAW, "x"]), anything, max_size=4))
def test_whatever_is_sent_is_read_or_refused_with_sentences(changes):
    messages = ["."]
    try:
        answers = read(**changes)
    except InvalidAnswers as refused:
        answers = read()
        messages = [error.message for error in refused.errors]

    assert messages
    assert all(message.endswith(".") for message in messages)
    assert Answers.from_json(json.loads(json.dumps(answers.as_json()))) == answers
    answers.note.encode()
