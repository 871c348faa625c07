"""The life of an alert: states, who is told when, and how it may end.

An alert never closes by itself, and an improvement never cancels one: it ends when a
clinician says why. Times are our proposal; published systems are slower.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

from tracker.clinical.levels import Level

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

MESSAGES_STAFF = frozenset({Level.URGENT, Level.EMERGENCY})
"""Levels that reach out to staff; the others wait in the worklist."""


@dataclass(frozen=True, slots=True)
class Step:
    """One call for help, `after` the alert opened, if nobody has taken it."""

    after: timedelta
    audience: Audience


def _steps(*steps: tuple[int, Audience]) -> tuple[Step, ...]:
    return tuple(Step(timedelta(minutes=after), audience) for after, audience in steps)


_STEPS: Mapping[Level, tuple[Step, ...]] = MappingProxyType(
    {
        Level.EMERGENCY: _steps(
            (0, "first"),
            (5, "first"),
            (10, "first"),
            (15, "backup"),
            (20, "lead"),
            (30, "everyone"),
        ),
        Level.URGENT: _steps(
            (0, "first"), (120, "backup"), (240, "lead"), (360, "everyone")
        ),
    }
)

REPEAT_EVERY: Mapping[Level, timedelta] = MappingProxyType(
    {Level.EMERGENCY: timedelta(minutes=15), Level.URGENT: timedelta(hours=2)}
)
"""After the last step everyone is told again and again, until somebody owns it."""


def may_move(state: AlertState, to: AlertState) -> bool:
    """Whether an alert may go from one state to the other."""
    return to in ALLOWED[state]


def escalation_steps(level: Level) -> tuple[Step, ...]:
    """The planned steps of a level, in order; none where staff is not messaged."""
    return _STEPS.get(level, ())


def step_due(level: Level, waiting: timedelta) -> int:
    """The index of the latest step that should have run; -1 where none should.

    Indexes go on past the planned steps: each repeat is one more.
    """
    steps = escalation_steps(level)
    if not steps or waiting < timedelta(0):
        return -1
    if waiting >= steps[-1].after:
        return len(steps) - 1 + (waiting - steps[-1].after) // REPEAT_EVERY[level]
    return sum(step.after <= waiting for step in steps) - 1


def due_after(level: Level, step_index: int) -> timedelta:
    """How long after the opening a step runs, repeats included."""
    steps = escalation_steps(level)
    if step_index < len(steps):
        return steps[step_index].after
    repeats = step_index - len(steps) + 1
    return steps[-1].after + repeats * REPEAT_EVERY[level]


def audience_at(level: Level, step_index: int) -> Audience:
    """Whom a step tells; every repeat tells everyone."""
    steps = escalation_steps(level)
    return steps[min(step_index, len(steps) - 1)].audience
