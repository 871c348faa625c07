"""What the rules say of a course: every entry, and every day without one."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bench.courses.life import LAST_DAY, Life, Sent
from tracker.clinical.levels import Level
from tracker.clinical.trends import Entry
from tracker.clinical.triage.engine import evaluate, evaluate_day, highest
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.gathering import gather
from tracker.clinical.triage.rulesets import RuleSet
from tracker.clinical.triage.silence import facts_without_entry

CLOSED_AFTER = {Level.SOON: 7, Level.URGENT: 3, Level.EMERGENCY: 3}
"""Days after which staff have closed an alert: an assumption, for counting alerts."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was found on a day; `sent` is None on a day without an entry."""

    day: int
    findings: tuple[Finding, ...]
    sent: Sent | None

    @property
    def level(self) -> Level:
        return highest(self.findings)


@dataclass(slots=True)
class Alerts:
    """The live alerts of an episode: one for each rule."""

    opened: list[tuple[int, str, Level]] = field(default_factory=list)
    _live: dict[str, int] = field(default_factory=dict)

    def take(self, day: int, findings: tuple[Finding, ...]) -> None:
        """A rule that speaks again adds to its alert; a closed one opens anew."""
        for finding in findings:
            if finding.level < Level.SOON:
                continue
            if self._live.get(finding.rule_id, day) <= day:
                self.opened.append((day, finding.rule_id, finding.level))
                self._live[finding.rule_id] = day + CLOSED_AFTER[finding.level]


def judge(life: Life, ruleset: RuleSet) -> tuple[list[Spoken], Alerts]:
    """Everything said about a course, in order, and the alerts it opened."""
    spoken, alerts = [], Alerts()
    for one in _days(life, ruleset):
        spoken.append(one)
        alerts.take(one.day, one.findings)
    return spoken, alerts


def _days(life: Life, ruleset: RuleSet) -> Iterator[Spoken]:
    by_day: dict[int, list[tuple[int, Sent]]] = {}
    for index, sent in enumerate(life.sent):
        by_day.setdefault(sent.entry.day, []).append((index, sent))
    known: dict[int, Entry] = {}
    last_level = Level.NONE
    first = life.sent[0].entry.day if life.sent else 0
    for day in range(first, LAST_DAY + 1):
        levels = {}
        for index, sent in by_day.get(day, ()):
            if sent.corrects is not None:
                # A correction counts as if it had been typed at once.
                del known[sent.corrects]
                levels.pop(sent.corrects, None)
            facts = gather(
                entry=sent.entry, earlier=list(known.values()), profile=life.profile
            )
            known[index] = sent.entry
            one = Spoken(day, evaluate(facts, ruleset), sent)
            if sent.is_check_in:
                levels[index] = one.level
            yield one
        if levels:
            last_level = max(levels.values())
        elif day > 0:
            facts = facts_without_entry(
                day=day,
                earlier=[e for i, e in known.items() if life.sent[i].is_check_in],
                profile=life.profile,
                last_level=last_level,
                ruleset=ruleset,
            )
            yield Spoken(day, evaluate_day(facts, ruleset), None)
