"""What another rule set would have said of entries that were judged before."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tracker.clinical.levels import Level
from tracker.clinical.triage.engine import evaluate, highest
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.rulesets import RuleSet

ALERTS_FROM = Level.SOON
"""The lowest level that opens an alert."""

MOST_EXAMPLES = 5
DAYS_OF_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Judged:
    """One evaluation as it was stored; without facts if they could not be gathered."""

    check_in_id: str
    local_date: date
    day: int
    facts: Mapping[str, Any]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """An entry of which a rule would say something else."""

    check_in_id: str
    day: int
    old: Level
    new: Level


@dataclass(slots=True)
class RuleChange:
    """How often a rule spoke and would speak, with the first entries that differ."""

    old: int = 0
    new: int = 0
    examples: list[Example] = field(default_factory=list)


@dataclass(slots=True)
class Comparison:
    """Counts over evaluations, taken up one by one.

    `alerts_old`, `alerts_new`: entries at soon or above.
    `without_facts`: evaluations that cannot be judged again, counted nowhere else.
    """

    ruleset: RuleSet
    evaluations: int = 0
    without_facts: int = 0
    changed: int = 0
    alerts_old: int = 0
    alerts_new: int = 0
    rules: dict[str, RuleChange] = field(default_factory=dict)
    moves: Counter[tuple[Level, Level]] = field(default_factory=Counter)
    first: date | None = None
    last: date | None = None

    def take(self, judged: Judged) -> None:
        """Judge one entry again and count the difference."""
        if not judged.facts:
            self.without_facts += 1
            return
        findings = evaluate(TriageFacts.from_json(judged.facts), self.ruleset)
        old, new = highest(judged.findings), highest(findings)
        self.evaluations += 1
        self.alerts_old += old >= ALERTS_FROM
        self.alerts_new += new >= ALERTS_FROM
        if old is not new:
            self.changed += 1
            self.moves[old, new] += 1
        self.first = min(self.first or judged.local_date, judged.local_date)
        self.last = max(self.last or judged.local_date, judged.local_date)
        self._take_rules(judged, _by_rule(judged.findings), _by_rule(findings))

    def _take_rules(
        self, judged: Judged, old: Mapping[str, Level], new: Mapping[str, Level]
    ) -> None:
        for rule_id in old.keys() | new.keys():
            change = self.rules.setdefault(rule_id, RuleChange())
            was = old.get(rule_id, Level.NONE)
            would_be = new.get(rule_id, Level.NONE)
            change.old += was > Level.NONE
            change.new += would_be > Level.NONE
            if was is not would_be and len(change.examples) < MOST_EXAMPLES:
                change.examples.append(
                    Example(judged.check_in_id, judged.day, was, would_be)
                )

    @property
    def weeks(self) -> float:
        """From the first entry to the last, both days counted."""
        if self.first is None or self.last is None:
            return 0.0
        return ((self.last - self.first).days + 1) / DAYS_OF_A_WEEK

    def per_100(self, alerts: int) -> float:
        """Alerts for each 100 entries."""
        return round(100 * alerts / self.evaluations, 2) if self.evaluations else 0.0

    def per_week(self, alerts: int) -> float:
        """Alerts for each week."""
        return round(alerts / self.weeks, 2) if self.weeks else 0.0


def compare(evaluations: Iterable[Judged], ruleset: RuleSet) -> Comparison:
    """Judge stored evaluations again under a rule set."""
    comparison = Comparison(ruleset)
    for judged in evaluations:
        comparison.take(judged)
    return comparison


def _by_rule(findings: Iterable[Finding]) -> dict[str, Level]:
    levels: dict[str, Level] = {}
    for finding in findings:
        levels[finding.rule_id] = max(
            finding.level, levels.get(finding.rule_id, Level.NONE)
        )
    return levels
