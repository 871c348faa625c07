"""The life of an alert: states, who is told when, and how it may end.

An alert never closes by itself, and an improvement never cancels one: it ends when a
clinician says why. Times are our proposal; published systems are slower.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

from tracker.clinical.levels import Level, time_to_acknowledge

Audience = Literal["first", "backup", "lead", "everyone"]
"""Who is told: the clinician on duty, the one behind, the lead, or all staff."""


class AlertState(StrEnum):
    """Escalation is something that happens to an alert, not a state of its own."""

    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    RESOLVED = "resolved"


ALLOWED: Mapping[AlertState, frozenset[AlertState]] = MappingProxyType(
    {
        AlertState.OPEN: frozenset({AlertState.ACKNOWLEDGED, AlertState.RESOLVED}),
        AlertState.ACKNOWLEDGED: frozenset({AlertState.OPEN, AlertState.RESOLVED}),
        AlertState.RESOLVED: frozenset({AlertState.ACKNOWLEDGED}),
    }
)
"""From acknowledged back to open hands an alert back; the nagging starts again.

From resolved there is only the way back of whoever closed it, for ten minutes; what
the patient reports after that is a new alert.
"""

RESOLUTION_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "expected_course": "Expected course",
        "advice_given": "Advice given",
        "visit_booked": "Visit booked",
        "sent_to_emergency": "Sent to the emergency room",
        "data_error": "Wrong data",
        "adverse_event": "Recorded as an adverse event",
    }
)

OPENS_ALERT = frozenset({Level.SOON, Level.URGENT, Level.EMERGENCY})
"""A watch is read in the weekly list and opens nothing."""

CALLS_AT_ONCE = frozenset({Level.URGENT, Level.EMERGENCY})
"""Levels that reach out to staff as they open; a soon waits in the worklist first."""


@dataclass(frozen=True, slots=True)
class Step:
    """One call for help, `after` the clock began, if nobody has taken the alert."""

    after: timedelta
    audience: Audience


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps of a level in order. Then everyone is told again, `repeat` apart."""

    steps: tuple[Step, ...]
    repeat: timedelta

    def step_due(self, waiting: timedelta) -> int:
        """The index of the latest step that should have run; -1 where none should.

        Indexes go on past the planned steps: each repeat is one more.
        """
        last = self.steps[-1].after
        if waiting >= last:
            return len(self.steps) - 1 + (waiting - last) // self.repeat
        return sum(step.after <= waiting for step in self.steps) - 1

    def due_after(self, index: int) -> timedelta:
        """How long after the clock began a step runs, repeats included."""
        if index < len(self.steps):
            return self.steps[index].after
        return self.steps[-1].after + (index - len(self.steps) + 1) * self.repeat

    def audience_at(self, index: int) -> Audience:
        """Whom a step tells; every repeat tells everyone."""
        return self.steps[min(index, len(self.steps) - 1)].audience

    def audiences_from(self, index: int) -> tuple[Audience, ...]:
        """Whom a step tells, and whom the steps after it do, each once."""
        later = (step.audience for step in self.steps[index:])
        return tuple(dict.fromkeys((self.audience_at(index), *later)))


def ladder(
    level: Level, *, is_open: bool = True, tags: Collection[str] = ()
) -> Ladder | None:
    """The ladder of a level; None where nobody is ever called.

    That of an urgent alert follows its time to acknowledge, which is longer where it
    came outside opening hours. The clock of a soon begins when it should have had an
    owner: noon of the clinic's next working day.
    """
    if level == Level.EMERGENCY:
        return _EMERGENCY
    if level == Level.URGENT:
        target = time_to_acknowledge(level, is_open=is_open, tags=tags)
        assert target is not None  # an urgent one always has one
        return _ladder(("first", "backup", "lead", "everyone"), apart=target)
    return _SOON if level == Level.SOON else None


def _ladder(audiences: tuple[Audience, ...], *, apart: timedelta) -> Ladder:
    steps = (Step(n * apart, audience) for n, audience in enumerate(audiences))
    return Ladder(tuple(steps), repeat=apart)


def _minutes(*steps: tuple[int, Audience], repeat: int) -> Ladder:
    return Ladder(
        tuple(Step(timedelta(minutes=after), whom) for after, whom in steps),
        timedelta(minutes=repeat),
    )


_EMERGENCY = _minutes(
    (0, "first"),
    (5, "first"),
    (10, "first"),
    (15, "backup"),
    (20, "lead"),
    (30, "everyone"),
    repeat=15,
)
_SOON = _ladder(("first", "backup", "lead", "everyone"), apart=timedelta(days=1))


def may_move(state: AlertState, to: AlertState) -> bool:
    """Whether an alert may go from one state to the other."""
    return to in ALLOWED[state]
