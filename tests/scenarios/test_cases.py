"""Written histories, from the rules and the reports they rest on, with what is due.

`cases.json` is a case file like any clinic's. `expected.json` holds, for each case, its
story with the source, the highest level, the first day that reaches it, and the rules
that do; under the name of an earlier version, what that one says where it says
otherwise.
"""

import json
from pathlib import Path

import pytest

from tracker.clinical.cases.reader import read_cases
from tracker.clinical.cases.replay import replay
from tracker.clinical.triage.rulesets import CURRENT, RULESETS

HERE = Path(__file__).parent
CASES = read_cases(json.loads((HERE / "cases.json").read_text()))
EXPECTED = json.loads((HERE / "expected.json").read_text())


@pytest.mark.parametrize("version", RULESETS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case_reaches_its_level_on_its_day_by_its_rules(case, version):
    expected = EXPECTED[case.id].get(version, EXPECTED[case.id])

    found = replay(case, RULESETS[version]).highest

    assert found.level.code == expected["level"]
    if found.level:
        assert found.day == expected["day"]
        assert list(found.rules) == expected["rules"]


@pytest.mark.parametrize("expected", EXPECTED.values(), ids=EXPECTED)
def test_case_has_a_story_and_differs_from_no_unknown_version(expected):
    assert expected["story"].endswith(".")
    assert set(expected) - {"story", "level", "day", "rules"} <= set(RULESETS)


def test_every_case_has_its_expectation():
    assert [case.id for case in CASES] == list(EXPECTED)
    assert len(CASES) >= 120


def test_every_rule_speaks_and_is_silent_somewhere():
    ruleset = RULESETS[CURRENT]
    rules = dict(ruleset.rules + ruleset.day_rules)
    results = [replay(case, ruleset) for case in CASES]
    told = {
        rule_id: {r.case_id for r in results if speaks(r, rule_id)} for rule_id in rules
    }
    quiet = {id_ for id_, expected in EXPECTED.items() if expected["level"] == "none"}

    for rule_id, cases in told.items():
        family = {id_ for id_ in EXPECTED if id_.startswith(f"{rule_id.lower()}-")}
        assert cases & family, f"{rule_id} never speaks"
        assert family - cases, f"{rule_id} is never silent"
    assert len(quiet) >= 50
    assert not any(speaks(result, "R00") for result in results)


def speaks(result, rule_id):
    return any(rule_id in day.rules for day in result.days)
