"""How a course of days bends to how a person is: closer in a flare, rarer when calm.

Whoever knows the person answers with a pace; this module knows only days.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from reminders.scheduling.cadence import DAILY, EVERY_SECOND_DAY, Segment, is_due

AS_PLANNED = "as_planned"
CLOSER = "closer"
RARER = "rarer"
PACES = (AS_PLANNED, CLOSER, RARER)

# Only a daily question becomes rarer: the others are as rare as the rule that
# notices silence allows.
_RARER: Mapping[str, str] = {DAILY: EVERY_SECOND_DAY}


def is_due_at(pace: str, segments: Sequence[Segment], day: date) -> bool:
    """Whether `day` is due at this pace. Outside every segment no day ever is."""
    inside = [
        s for s in segments if s.first <= day and (s.last is None or day <= s.last)
    ]
    if pace == CLOSER:
        return any(is_due(DAILY, s.first, day) for s in inside if s.asks)
    return any(is_due(_cadence(pace, s.cadence), s.first, day) for s in inside)


def _cadence(pace: str, planned: str) -> str:
    return _RARER.get(planned, planned) if pace == RARER else planned
