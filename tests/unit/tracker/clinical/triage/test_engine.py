"""The engine: order, failing rules, stored findings."""

import json

from tests.unit.tracker.clinical.builders import facts
from tracker.clinical.levels import Level
from tracker.clinical.triage.engine import evaluate, highest
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.parameters import Parameters
from tracker.clinical.triage.rules import cauda_equina
from tracker.clinical.triage.rulesets import RuleSet

MANY = facts(
    2,
    symptoms={"hives": "new", "constipation": "new", "saddle_numbness": "new"},
    temperature_c=38.2,
)


def broken(facts, limits):
    raise ZeroDivisionError("secret of a patient")


def test_findings_come_highest_first_then_by_rule():
    assert [(f.rule_id, f.level.code) for f in evaluate(MANY)] == [
        ("R03", "emergency"),
        ("R09", "emergency"),
        ("R16", "urgent"),
        ("R02", "watch"),
    ]


def test_highest_level_wins():
    assert highest(evaluate(MANY)) is Level.EMERGENCY
    assert highest(()) is Level.NONE


def test_rule_that_fails_is_urgent_and_hides_nothing():
    ruleset = RuleSet(
        version="test",
        rules=(("R77", broken), ("R03", cauda_equina.saddle_numbness)),
        day_rules=(),
        parameters=Parameters(),
        descriptions={},
    )

    saddle, failed = evaluate(MANY, ruleset)

    assert saddle.rule_id == "R03"
    assert (failed.rule_id, failed.level) == ("R00", Level.URGENT)
    (reason,) = failed.reasons
    assert (reason.answer, reason.value) == ("Rule R77", "could not evaluate")
    assert "secret" not in json.dumps(failed.as_json())


def test_finding_json_round_trip():
    for finding in evaluate(MANY):
        stored = json.loads(json.dumps(finding.as_json()))

        assert Finding.from_json(stored) == finding
