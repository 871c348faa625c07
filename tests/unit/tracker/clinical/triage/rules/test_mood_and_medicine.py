"""R24 by score, R25, R26 and R27."""

import pytest

from tests.unit.tracker.clinical.builders import entry, facts, profile, told, told_by
from tracker.clinical.triage.engine import evaluate
from tracker.clinical.triage.rulesets import RULESETS


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"phq2_total": 3}, "soon"),
        ({"phq2_total": 3, "self_harm": False}, "soon"),
        ({"phq2_total": 2}, None),
        ({"phq4_total": 6}, "soon"),
        ({"phq4_total": 5}, None),
        ({"phq2_total": 2, "phq4_total": 6}, "soon"),
        ({"phq2_total": 0}, None),
        ({}, None),
        ({"symptoms": {"low_mood": "worse"}}, "watch"),
        ({"symptoms": {"low_mood": "better"}}, None),
        ({"symptoms": {"low_mood": "new"}, "phq2_total": 3}, "soon"),
    ],
)
def test_mood(answers, expected):
    assert told_by("R25", facts(42, **answers)) == expected


def test_yes_to_self_harm_is_an_emergency_and_not_a_low_mood():
    assert told(facts(phq2_total=6, self_harm=True)) == [("R24", "emergency")]


def test_no_to_self_harm_does_not_silence_the_symptom():
    given = facts(symptoms={"suicidal_thoughts": "new"}, self_harm=False)

    assert told_by("R24", given) == "emergency"


def test_drowsiness_after_an_opioid_that_is_not_on_record():
    drowsy = {"confusion": "new"}

    assert told_by("R26", facts(symptoms=drowsy)) is None
    assert (
        told_by("R26", facts(symptoms=drowsy, medicines_taken=("opioid",)))
        == "emergency"
    )


@pytest.mark.parametrize(
    ("symptoms", "expected"),
    [
        ({"extra_pain_medicine": "new"}, "soon"),
        ({"ran_out_of_medicine_early": "new"}, "soon"),
        ({"mixed_with_alcohol_or_sedatives": "same"}, "soon"),
        ({"extra_pain_medicine": "better"}, None),
        (
            {"extra_pain_medicine": "new", "black_stool_or_vomiting_blood": "new"},
            "emergency",
        ),
        ({}, None),
        (None, None),
    ],
)
def test_medicine_that_slips(symptoms, expected):
    assert told_by("R27", facts(symptoms=symptoms)) == expected


@pytest.mark.parametrize(
    ("day", "taken", "expected"),
    [
        (0, ("nsaid",), "watch"),
        (14, ("paracetamol", "nsaid"), "watch"),
        (15, ("nsaid",), None),
        (-1, ("nsaid",), None),
        (5, ("paracetamol",), None),
        (5, None, None),
    ],
)
def test_anti_inflammatory_inside_the_window(day, taken, expected):
    assert told_by("R27", facts(day, medicines_taken=taken)) == expected


def took(first, *taken):
    """One answered day each: True with an opioid, False without, None no answer."""
    return tuple(
        entry(first + i, medicines_taken=("opioid",) if t else ())
        for i, t in enumerate(taken)
        if t is not None
    )


N, Y, MISSED = False, True, None


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((N, N, N, N, Y, Y, Y, Y, Y, Y, Y), "soon"),
        ((N, N, N, Y, Y, Y, Y, Y, Y, Y), "soon"),
        ((N, N, N, N, Y, Y, Y, Y, Y, Y), None),
        ((N, N, N, N, Y, MISSED, Y, MISSED, MISSED, Y, Y), "soon"),
        ((N, N, Y, Y, Y, Y, Y, Y, Y), None),
        ((Y, N, Y, N, Y, Y, Y, Y, Y, Y, Y), "soon"),
        ((Y, Y, Y, N, Y, Y, Y, Y, Y, Y, Y), None),
        ((Y,) * 21, None),
        ((N, N, N, N, Y, Y, Y, N, Y, Y, Y), None),
        ((N, N, N, N, Y, Y, Y, MISSED, MISSED, MISSED, Y, Y), None),
    ],
)
def test_daily_opioid_that_is_new(days, expected):
    *earlier, now = took(30, *days)
    given = facts(now.day, earlier=tuple(earlier), medicines_taken=now.medicines_taken)

    assert told_by("R27", given) == expected


def test_daily_opioid_speaks_only_with_an_entry_that_has_one():
    earlier = took(30, N, N, N, N, Y, Y, Y, Y, Y, Y, Y)

    assert told_by("R27", facts(41, earlier=earlier, pain=3)) is None


def test_daily_opioid_needs_to_know_what_was_usual():
    earlier = took(30, N, N, Y, Y, Y, Y, Y, Y)

    given = facts(38, earlier=earlier, medicines_taken=("opioid",))

    assert given.opioid_days == 7
    assert told_by("R27", given) is None


def test_window_of_the_clinic_is_a_threshold():
    longer = RULESETS["2026.1"].with_parameters(nsaid_last_day=42)
    given = facts(40, medicines_taken=("nsaid",), who=profile())

    assert [f.rule_id for f in evaluate(given, longer)] == ["R27"]
