"""What a trial of a rule set found, in the order a reader asks."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any

from tracker.clinical.cases.comparison import Comparison, Example, Tally
from tracker.clinical.levels import Level
from tracker.clinical.triage.descriptions import DESCRIPTIONS
from tracker.queries.ruleset_trial import Trial


@dataclass(frozen=True, slots=True)
class Side:
    """Alerts as they were, or as they would have been."""

    name: str
    count: int
    per_week: float
    per_100: float
    is_over: bool


@dataclass(frozen=True, slots=True)
class Move:
    old: Level
    new: Level
    count: int


@dataclass(frozen=True, slots=True)
class Seen:
    """An example. `before` makes the patient's timeline end with that day."""

    patient_id: str
    name: str
    example: Example
    before: str


@dataclass(frozen=True, slots=True)
class RuleCounts:
    id: str
    title: str
    old: int
    new: int
    changed: int
    examples: list[Seen]

    @property
    def more(self) -> int:
        """How many differ beside the examples."""
        return self.changed - len(self.examples)


def described(trial: Trial, budget: Decimal) -> dict[str, Any]:
    """The trial as a template reads it."""
    found = trial.comparison
    return {
        "trial": trial,
        "found": found,
        "sides": _sides(found, found.entries, budget),
        "moves": _moves(found.entries),
        "day_sides": _sides(found, found.days, budget),
        "day_moves": _moves(found.days),
        "rules": _rules(trial),
        "budget": budget,
    }


def _sides(found: Comparison, tally: Tally, budget: Decimal) -> list[Side]:
    sides = (("As it was", tally.alerts_old), ("With this", tally.alerts_new))
    return [
        Side(
            name,
            count,
            found.per_week(count),
            tally.per_100(count),
            tally.per_100(count) > budget,
        )
        for name, count in sides
    ]


def _moves(tally: Tally) -> list[Move]:
    """The biggest changes last to first: what rises most comes first."""
    ordered = sorted(tally.moves.items(), key=lambda item: item[0][0] - item[0][1])
    return [Move(old, new, count) for (old, new), count in ordered]


def _rules(trial: Trial) -> list[RuleCounts]:
    """Those that would speak otherwise first, then the others that spoke."""
    lines = [
        RuleCounts(
            rule_id,
            DESCRIPTIONS[rule_id].title if rule_id in DESCRIPTIONS else "A rule failed",
            change.old,
            change.new,
            change.changed,
            [_seen(trial, example) for example in change.examples],
        )
        for rule_id, change in trial.comparison.rules.items()
    ]
    return sorted(lines, key=lambda line: (-line.changed, line.id))


def _seen(trial: Trial, example: Example) -> Seen:
    judged = example.judged
    end = datetime.combine(judged.local_date + timedelta(days=1), time(12))
    return Seen(
        judged.patient_id,
        trial.patients.get(judged.patient_id, ""),
        example,
        end.isoformat() + "Z",
    )
