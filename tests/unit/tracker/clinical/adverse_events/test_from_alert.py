"""What an alert already says of an adverse event."""

from dataclasses import replace

import pytest

from tests.unit.tracker.clinical.builders import facts as build
from tracker.clinical.adverse_events.from_alert import answers_in, term_for
from tracker.clinical.trends import Reading


@pytest.mark.parametrize(
    ("rule", "symptom", "expected"),
    [
        ("R01", "urine_hesitancy", "urinary_retention"),
        ("R01", "urine_leak", "urinary_incontinence"),
        ("R04", "leg_pain_both_sides", "nerve_pain"),
        ("R04", "weakness_both_legs", "weakness"),
        ("R11", "feverish", "fever"),
        ("R27", "black_stool_or_vomiting_blood", "gut_bleeding"),
        ("R27", "extra_pain_medicine", "other"),
        ("R99", "feverish", "other"),
    ],
)
def test_term_follows_rule_and_symptom(rule, symptom, expected):
    assert term_for(rule, build(symptoms={symptom: "new"})).code == expected


def test_term_without_facts_follows_the_rule():
    assert term_for("R01", None).code == "urinary_retention"


def test_answers_hold_what_was_reported():
    reported = build(
        symptoms={
            "foot_drop": "new",
            "cannot_stand_or_walk": "worse",
            "hives": "new",
            "breathing_trouble": "new",
        }
    )

    assert answers_in(reported) == {"limits": "self_care", "reaction": "airway"}


def test_answers_hold_the_numbers():
    reported = replace(
        build(),
        readings=(Reading(1, 24.0, 39.4), Reading(0, 0.0, 38.2)),
        weight_lost_month=0.02,
        weight_lost_half_year=0.0714,
        self_harm=True,
    )

    assert answers_in(reported) == {
        "temperature_c": 39.4,
        "weight_lost_percent": 7.1,
        "thoughts": "ideation",
    }


def test_answers_guess_nothing():
    assert (
        answers_in(build(symptoms={"weakness_one_leg": "new", "feverish": "better"}))
        == {}
    )
