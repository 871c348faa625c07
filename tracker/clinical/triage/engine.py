"""Evaluates the rules of a set over the facts of one entry: no clock, no I/O."""

from collections.abc import Iterable, Sequence

from tracker.clinical.levels import Level
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.rulesets import CURRENT, RULESETS, Rule, RuleSet


def evaluate(facts: TriageFacts, ruleset: RuleSet | None = None) -> tuple[Finding, ...]:
    """What the rules find: highest level first, then by rule id.

    A rule that fails never hides the others: it becomes the urgent finding R00, so that
    a person reads the entry.
    """
    ruleset = ruleset or RULESETS[CURRENT]
    return _findings(facts, ruleset.rules, ruleset)


def evaluate_day(
    facts: TriageFacts, ruleset: RuleSet | None = None
) -> tuple[Finding, ...]:
    """What the rules find on a day without an entry: silence, and no change.

    The facts come from `silence.facts_without_entry`. A finding of level none asks for
    a reminder and opens nothing.
    """
    ruleset = ruleset or RULESETS[CURRENT]
    return _findings(facts, ruleset.day_rules, ruleset)


def _findings(
    facts: TriageFacts, rules: Sequence[tuple[str, Rule]], ruleset: RuleSet
) -> tuple[Finding, ...]:
    findings = []
    for rule_id, rule in rules:
        try:
            finding = rule(facts, ruleset.parameters)
        except Exception as error:  # noqa: BLE001 - one broken rule must not silence all
            finding = _could_not_evaluate(rule_id, error)
        if finding is not None:
            findings.append(finding)
    return tuple(sorted(findings, key=lambda f: (-f.level, f.rule_id)))


def highest(findings: Iterable[Finding]) -> Level:
    """The level that wins; NONE where nothing was found."""
    return max((finding.level for finding in findings), default=Level.NONE)


def _could_not_evaluate(rule_id: str, error: Exception) -> Finding:
    reason = Reason(f"Rule {rule_id}", "could not evaluate", type(error).__name__)
    return found("R00", Level.URGENT, (reason,), rule_id)
