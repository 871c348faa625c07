"""Replays a case: the highest level of each day, and the rules that reached it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.clinical.cases.case import Case, written_at
from tracker.clinical.levels import Level
from tracker.clinical.trends import Entry
from tracker.clinical.triage.engine import evaluate, evaluate_day, highest
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.gathering import gather
from tracker.clinical.triage.rulesets import RuleSet
from tracker.clinical.triage.silence import facts_without_entry

CARRIED = ("pain", "mobility", "temperature_c", "symptoms")
"""The answers of a listed day that hold on the unlisted days after it."""


@dataclass(frozen=True, slots=True)
class DayResult:
    """The highest level of a day, and the ids of the rules that reached it.

    A rule may speak at level none: silence that asks for no more than a reminder.
    """

    day: int
    level: Level
    rules: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types."""
        return {"day": self.day, "level": self.level.code, "rules": list(self.rules)}


@dataclass(frozen=True, slots=True)
class CaseResult:
    """Every replayed day of a case, in order."""

    case_id: str
    days: tuple[DayResult, ...]

    @property
    def highest(self) -> DayResult:
        """The first of the days that reached the highest level."""
        return max(self.days, key=lambda result: result.level)

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types."""
        top = self.highest
        return {
            "id": self.case_id,
            "days": [result.as_json() for result in self.days],
            "highest": {"level": top.level.code, "day": top.day},
        }


def replay(case: Case, ruleset: RuleSet) -> CaseResult:
    """Judge every day by what was known on it."""
    known: list[Entry] = []
    days: list[DayResult] = []
    last_level = Level.NONE
    for day, entries in _answered(case):
        if entries:
            result = _result(day, _judge(case, ruleset, entries, known))
            last_level = result.level
        else:
            facts = facts_without_entry(
                day=day,
                earlier=known,
                profile=case.profile,
                paused=case.paused,
                last_level=last_level,
                ruleset=ruleset,
            )
            result = _result(day, evaluate_day(facts, ruleset))
        days.append(result)
    return CaseResult(case.id, tuple(days))


def _judge(
    case: Case, ruleset: RuleSet, entries: Sequence[Entry], known: list[Entry]
) -> list[Finding]:
    """What the rules find in the entries of a day, each of which is known then."""
    findings: list[Finding] = []
    for entry in entries:
        facts = gather(entry=entry, earlier=known, profile=case.profile)
        findings += evaluate(facts, ruleset)
        known.append(entry)
    return findings


def _result(day: int, findings: Sequence[Finding]) -> DayResult:
    level = highest(findings)
    rules = {finding.rule_id for finding in findings if finding.level is level}
    return DayResult(day, level, tuple(sorted(rules)))


def _answered(case: Case) -> Iterator[tuple[int, Sequence[Entry]]]:
    """Every day with the entries that count on it; none on a missed day."""
    listed = case.listed()
    last: Sequence[Entry] = ()
    for day in case.days:
        if day in listed:
            last = listed[day]
            yield day, last
        else:
            yield day, _carried(last, day) if case.carries else ()


def _carried(last: Sequence[Entry], day: int) -> Sequence[Entry]:
    """One entry with the latest answers of a listed day; none if it gave none.

    A symptom keeps its change: what was new on the listed day is new while it lasts.
    """
    answers = {
        name: getattr(entry, name)
        for entry in last
        for name in CARRIED
        if getattr(entry, name) is not None
    }
    if not answers:
        return ()
    return (Entry(day=day, recorded_at=written_at(day), **answers),)
