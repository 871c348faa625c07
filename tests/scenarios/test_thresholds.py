"""Thresholds at their bounds: every rule still runs, and no emergency is lost."""

import pytest

from tests.scenarios.test_cases import CASES, EXPECTED
from tracker.clinical.cases.replay import replay
from tracker.clinical.triage.descriptions import DESCRIPTIONS
from tracker.clinical.triage.parameters import THRESHOLDS
from tracker.clinical.triage.rulesets import CURRENT, RULESETS

RELEASED = RULESETS[CURRENT]
WITHOUT_THRESHOLD = {r for r, d in DESCRIPTIONS.items() if not d.thresholds}
EVERY_EMERGENCY = [c for c in CASES if EXPECTED[c.id]["level"] == "emergency"]
EMERGENCIES = [
    case
    for case in EVERY_EMERGENCY
    if WITHOUT_THRESHOLD & set(EXPECTED[case.id]["rules"])
]
ALL = [name for name in THRESHOLDS if name != "both_leg_pain_level"]
"""Its row says that a clinic may choose."""


def moved(*names, index):
    """These thresholds at their lowest (0) or highest (1) value."""
    kinds = {name: type(getattr(RELEASED.parameters, name)) for name in names}
    return RELEASED.with_parameters(
        **{name: kind(THRESHOLDS[name][index]) for name, kind in kinds.items()}
    )


@pytest.mark.parametrize("index", [0, 1], ids=["lowest", "highest"])
def test_no_rule_fails_at_the_bounds(index):
    ruleset = moved(*THRESHOLDS, index=index)

    rules = {
        r for case in CASES for day in replay(case, ruleset).days for r in day.rules
    }

    assert "R00" not in rules
    assert len(rules) > 30


MOVED = {
    f"{name} {word}": moved(*names, index=index)
    for index, word in enumerate(["lowest", "highest"])
    for name, names in {"all": ALL, **{name: [name] for name in ALL}}.items()
}


@pytest.mark.parametrize("ruleset", MOVED.values(), ids=MOVED)
def test_no_threshold_takes_an_emergency_away(ruleset):
    calm = [case.id for case in EVERY_EMERGENCY if not is_emergency(case, ruleset)]

    assert len(EVERY_EMERGENCY) > 40
    assert calm == []


def is_emergency(case, ruleset):
    """Whether the case is one on the day on which it is as released."""
    days = {day.day: day.level.code for day in replay(case, ruleset).days}
    return days[EXPECTED[case.id]["day"]] == "emergency"


def test_clinic_may_set_pain_alone_in_both_legs_to_urgent():
    ruleset = RELEASED.with_parameters(both_leg_pain_level=3)

    calm = [case for case in EVERY_EMERGENCY if not is_emergency(case, ruleset)]

    # Numb legs of a note are asked about then: the pain has not raised as much.
    spoken = {case.id: replay(case, ruleset).highest.rules for case in calm}
    assert spoken == {
        "r04-pain-both-legs": ("R04",),
        "r30-both-legs-hurt-new-numb": ("R04", "R30"),
    }


@pytest.mark.parametrize("index", [0, 1], ids=["lowest", "highest"])
def test_no_threshold_silences_an_emergency_of_a_rule_without_one(index):
    ruleset = moved(*THRESHOLDS, index=index)
    assert len(EMERGENCIES) > 20

    for case in EMERGENCIES:
        expected = EXPECTED[case.id]
        (day,) = (d for d in replay(case, ruleset).days if d.day == expected["day"])
        assert day.level.code == "emergency", case.id
        assert WITHOUT_THRESHOLD & set(expected["rules"]) <= set(day.rules), case.id
