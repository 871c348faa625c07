"""A clinic's less sensitive thresholds move lower findings, never an emergency."""

import pytest

from tests.unit.tracker.clinical.builders import entry, facts, profile
from tracker.clinical.triage.engine import evaluate
from tracker.clinical.triage.parameters import (
    SHARED_WITH_EMERGENCIES,
    THRESHOLDS,
    ParameterError,
    Parameters,
)
from tracker.clinical.triage.rulesets import CURRENT, RULESETS

IMMUNE = profile("autoimmune_disease", "immune_modulating_medicine")


def told(given, **moves):
    ruleset = RULESETS[CURRENT].with_parameters(**moves)
    return {f.rule_id: f.level.code for f in evaluate(given, ruleset)}


@pytest.mark.parametrize(
    ("given", "moves", "rule_id"),
    [
        (
            facts(6, symptoms={"postural_headache": "new", "neck_stiffness": "new"}),
            {"headache_last_day": 5},
            "R23",
        ),
        (
            facts(6, symptoms={"postural_headache": "new"}, temperature_c=38.1),
            {"fever_c": 38.3},
            "R23",
        ),
        (
            facts(6, symptoms={"numbness_one_leg": "new"}, temperature_c=38.1),
            {"fever_c": 38.3},
            "R09",
        ),
        (
            facts(6, symptoms={"confusion": "new"}, temperature_c=38.1),
            {"fever_c": 38.3},
            "R10",
        ),
        (facts(70, temperature_c=38.5, who=IMMUNE), {"fever_last_day": 60}, "R29"),
        (
            facts(
                70,
                temperature_c=37.9,
                who=IMMUNE,
            ),
            {"fever_at_risk_c": 38.0},
            "R29",
        ),
        (
            facts(1, symptoms={"site_discharge": "new"}, who=IMMUNE),
            {"site_first_day": 2},
            "R29",
        ),
    ],
)
def test_released_value_decides_on_an_emergency_where_it_is_more_sensitive(
    given, moves, rule_id
):
    assert told(given)[rule_id] == "emergency"
    assert told(given, **moves)[rule_id] == "emergency"


@pytest.mark.parametrize(
    ("given", "moves", "rule_id"),
    [
        (
            facts(15, symptoms={"postural_headache": "new", "neck_stiffness": "new"}),
            {"headache_last_day": 21},
            "R23",
        ),
        (
            facts(6, symptoms={"confusion": "new"}, temperature_c=37.6),
            {"fever_c": 37.5},
            "R10",
        ),
        (
            facts(6, symptoms={"confusion": "new"}, temperature_c=36.2),
            {"low_temperature_c": 36.5},
            "R10",
        ),
    ],
)
def test_value_of_the_clinic_decides_where_it_is_more_sensitive(given, moves, rule_id):
    assert rule_id not in told(given)
    assert told(given, **moves)[rule_id] == "emergency"


@pytest.mark.parametrize(
    ("given", "moves", "rule_id"),
    [
        (facts(70, temperature_c=38.5), {"fever_last_day": 60}, "R11"),
        (facts(6, temperature_c=38.1), {"fever_c": 38.3}, "R11"),
        (
            facts(6, symptoms={"postural_headache": "new"}),
            {"headache_last_day": 5},
            "R23",
        ),
    ],
)
def test_lower_finding_follows_the_clinic(given, moves, rule_id):
    assert rule_id in told(given)
    assert rule_id not in told(given, **moves)


def test_week_of_pain_after_cancer_follows_the_clinic_unless_a_nerve_sign_is_there():
    course = tuple(entry(day, pain=8) for day in range(1, 20))
    who = profile("cancer_history")
    calm = facts(20, earlier=course, pain=8, who=who)
    weak = facts(
        20, earlier=course, pain=8, who=who, symptoms={"weakness_one_leg": "new"}
    )

    assert told(calm)["R19"] == "soon"
    assert "R19" not in told(calm, sustained_rise=3)
    assert told(weak, sustained_rise=3)["R19"] == "emergency"


@pytest.mark.parametrize(
    "moves",
    [
        {"bleeding_last_day": 9},
        {"bleeding_pain": 9},
        {"bleeding_rise": 4},
        {"low_temperature_c": 35.9},
    ],
)
def test_threshold_of_emergencies_alone_cannot_be_less_sensitive(moves):
    with pytest.raises(ParameterError):
        Parameters().moved(**moves)


@pytest.mark.parametrize("name", SHARED_WITH_EMERGENCIES)
@pytest.mark.parametrize("index", [0, 1], ids=["lowest", "highest"])
def test_strict_is_the_more_sensitive_of_moved_and_released(name, index):
    value = type(getattr(Parameters(), name))(THRESHOLDS[name][index])
    released, moved = Parameters(), Parameters().moved(**{name: value})

    strict = moved.strict()

    assert getattr(strict, name) in (value, getattr(released, name))
    assert strict.strict() == strict
    assert released.strict() == released
