"""Thresholds at their bounds: every rule still runs, and no emergency is lost."""

import pytest

from tests.scenarios.test_cases import CASES, EXPECTED
from tracker.clinical.cases.replay import replay
from tracker.clinical.triage.descriptions import DESCRIPTIONS
from tracker.clinical.triage.parameters import THRESHOLDS
from tracker.clinical.triage.rulesets import CURRENT, RULESETS

RELEASED = RULESETS[CURRENT]
WITHOUT_THRESHOLD = {r for r, d in DESCRIPTIONS.items() if not d.thresholds}
EMERGENCIES = [
    case
    for case in CASES
    if EXPECTED[case.id]["level"] == "emergency"
    and WITHOUT_THRESHOLD & set(EXPECTED[case.id]["rules"])
]


def at_bound(index):
    """All thresholds at their lowest (0) or highest (1) value at once."""
    values = {name: bounds[index] for name, bounds in THRESHOLDS.items()}
    whole = {n for n in values if isinstance(getattr(RELEASED.parameters, n), int)}
    return RELEASED.with_parameters(
        **{name: int(v) if name in whole else v for name, v in values.items()}
    )


@pytest.mark.parametrize("index", [0, 1], ids=["lowest", "highest"])
def test_no_rule_fails_at_the_bounds(index):
    ruleset = at_bound(index)

    rules = {
        r for case in CASES for day in replay(case, ruleset).days for r in day.rules
    }

    assert "R00" not in rules
    assert len(rules) > 30


@pytest.mark.parametrize("index", [0, 1], ids=["lowest", "highest"])
def test_no_threshold_silences_an_emergency_of_a_rule_without_one(index):
    ruleset = at_bound(index)
    assert len(EMERGENCIES) > 20

    for case in EMERGENCIES:
        expected = EXPECTED[case.id]
        (day,) = (d for d in replay(case, ruleset).days if d.day == expected["day"])
        assert day.level.code == "emergency", case.id
        assert WITHOUT_THRESHOLD & set(expected["rules"]) <= set(day.rules), case.id
