"""The emergencies that a phone can tell by itself, also offline: a table.

It is made by asking the engine, so the phone and the server cannot disagree.
"""

from functools import lru_cache
from typing import Any

from tracker.clinical.levels import Level
from tracker.clinical.profile import Profile
from tracker.clinical.symptoms import Change, acting_alone
from tracker.clinical.triage.advice import advice_for
from tracker.clinical.triage.engine import evaluate
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.rulesets import CURRENT, RULESETS, RuleSet

ALARMING = (Change.NEW, Change.WORSE)


@lru_cache(maxsize=64)
def offline_table(ruleset: RuleSet | None = None) -> dict[str, Any]:
    """For each symptom that acts alone: which changes alarm, the rule, the advice.

    A clinic that moved a threshold has a table of its own.
    """
    ruleset = ruleset or RULESETS[CURRENT]
    rows = {s.code: _row(s.code, ruleset) for s in acting_alone()}
    return {
        "version": ruleset.version,
        "symptoms": {code: row for code, row in rows.items() if row is not None},
    }


def _row(code: str, ruleset: RuleSet) -> dict[str, Any] | None:
    found = {change: _emergency(code, change, ruleset) for change in ALARMING}
    changes = [change for change, finding in found.items() if finding is not None]
    if not changes:
        return None
    finding = found[changes[0]]
    assert finding is not None
    advice = advice_for(finding)
    return {
        "changes": [change.value for change in changes],
        "rule": finding.rule_id,
        "level": finding.level.code,
        "title": advice.title,
        "text": advice.text,
        "actions": list(advice.actions),
    }


def _emergency(code: str, change: Change, ruleset: RuleSet) -> Finding | None:
    facts = TriageFacts(day=0, profile=Profile(), symptoms={code: change})
    findings = evaluate(facts, ruleset)
    if findings and findings[0].level is Level.EMERGENCY:
        return findings[0]
    return None
