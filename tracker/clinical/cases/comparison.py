"""What another rule set would have said of what was judged before."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tracker.clinical.alert_lifecycle import OPENS_ALERT
from tracker.clinical.levels import Level
from tracker.clinical.triage.engine import evaluate, evaluate_day, highest
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.rulesets import RuleSet

ALERTS_FROM = min(OPENS_ALERT)
"""The lowest level that opens an alert."""

MOST_EXAMPLES = 5
DAYS_OF_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Judged:
    """One evaluation as it was stored; without facts if they could not be gathered.

    `ruleset` is the one that judged it, with the thresholds that held then.
    `check_in_id` is empty where no entry was judged, but the course without one;
    `is_silent_day` says that it was a day of which nothing was heard.
    """

    id: str
    local_date: date
    day: int
    facts: Mapping[str, Any]
    findings: tuple[Finding, ...]
    ruleset: RuleSet
    approval_id: str = ""
    patient_id: str = ""
    check_in_id: str = ""
    is_silent_day: bool = False

    def under(self, ruleset: RuleSet) -> tuple[Finding, ...]:
        """What a rule set finds in the stored facts."""
        judge = evaluate_day if self.is_silent_day else evaluate
        found = judge(TriageFacts.from_json(self.facts), ruleset) + self._unreadable
        return tuple(sorted(found, key=lambda f: (-f.level, f.rule_id)))

    @property
    def _unreadable(self) -> tuple[Finding, ...]:
        """What could not be read at the time: no rule set changes that.

        A rule that failed is another matter; the engine names it in its reason.
        """
        return tuple(
            finding
            for finding in self.findings
            if finding.rule_id == "R00"
            and not finding.reasons[0].answer.startswith("Rule ")
        )

    @property
    def replays(self) -> bool:
        """Whether the rule set that judged it still says the same, word for word."""
        return self.under(self.ruleset) == self.findings


@dataclass(frozen=True, slots=True)
class Example:
    """Something judged of which a rule would say something else."""

    judged: Judged
    old: Level
    new: Level


@dataclass(slots=True)
class RuleChange:
    """How often a rule spoke and would speak, with the first ones that differ."""

    old: int = 0
    new: int = 0
    changed: int = 0
    examples: list[Example] = field(default_factory=list)

    def take(self, judged: Judged, old: Level, new: Level) -> None:
        """Count one time that the rule spoke or would speak."""
        self.old += old > Level.NONE
        self.new += new > Level.NONE
        if old is not new:
            self.changed += 1
            if len(self.examples) < MOST_EXAMPLES:
                self.examples.append(Example(judged, old, new))


@dataclass(slots=True)
class Tally:
    """Counts over entries, or over days without one.

    `alerts_old`, `alerts_new`: those at soon or above.
    """

    evaluations: int = 0
    changed: int = 0
    alerts_old: int = 0
    alerts_new: int = 0
    moves: Counter[tuple[Level, Level]] = field(default_factory=Counter)

    def take(self, old: Level, new: Level) -> None:
        """Count one evaluation."""
        self.evaluations += 1
        self.alerts_old += old >= ALERTS_FROM
        self.alerts_new += new >= ALERTS_FROM
        if old is not new:
            self.changed += 1
            self.moves[old, new] += 1

    def per_100(self, alerts: int) -> float:
        """Alerts for each 100 evaluations."""
        return round(100 * alerts / self.evaluations, 2) if self.evaluations else 0.0


@dataclass(slots=True)
class Comparison:
    """Counts over evaluations, taken up one by one.

    `without_facts`: evaluations that cannot be judged again, counted nowhere else.
    `not_replayed`: of those found otherwise, the ones that even the rule set that
    judged them finds otherwise today; there, the rule set is not what differs.
    `older_facts`: evaluations stored before all that this version reads was kept; it
    reads them as the version before it does.
    `judged_by`: how many each version and approval judged at the time.
    """

    ruleset: RuleSet
    entries: Tally = field(default_factory=Tally)
    days: Tally = field(default_factory=Tally)
    without_facts: int = 0
    not_replayed: int = 0
    older_facts: int = 0
    rules: dict[str, RuleChange] = field(default_factory=dict)
    judged_by: Counter[tuple[str, str]] = field(default_factory=Counter)
    first: date | None = None
    last: date | None = None

    def take(self, judged: Judged) -> None:
        """Judge one evaluation again and count the difference."""
        if not judged.facts:
            self.without_facts += 1
            return
        findings = judged.under(self.ruleset)
        tally = self.entries if judged.check_in_id else self.days
        tally.take(highest(judged.findings), highest(findings))
        self.not_replayed += findings != judged.findings and not judged.replays
        read = self.ruleset.new_facts
        self.older_facts += any(name not in judged.facts for name in read)
        self.judged_by[judged.ruleset.version, judged.approval_id] += 1
        self.first = min(self.first or judged.local_date, judged.local_date)
        self.last = max(self.last or judged.local_date, judged.local_date)
        self._take_rules(judged, _by_rule(judged.findings), _by_rule(findings))

    def _take_rules(
        self, judged: Judged, old: Mapping[str, Level], new: Mapping[str, Level]
    ) -> None:
        for rule_id in old.keys() | new.keys():
            change = self.rules.setdefault(rule_id, RuleChange())
            change.take(
                judged, old.get(rule_id, Level.NONE), new.get(rule_id, Level.NONE)
            )

    @property
    def changed(self) -> int:
        """How many would have another level."""
        return self.entries.changed + self.days.changed

    @property
    def weeks(self) -> float:
        """From the first evaluation to the last, both days counted."""
        if self.first is None or self.last is None:
            return 0.0
        return ((self.last - self.first).days + 1) / DAYS_OF_A_WEEK

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
