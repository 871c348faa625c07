"""How bad a finding is, and how soon somebody must own it."""

from collections.abc import Collection
from datetime import timedelta
from enum import IntEnum


class Level(IntEnum):
    """Urgency, ordered so that `max` picks the one that wins."""

    NONE = 0
    WATCH = 1
    SOON = 2
    URGENT = 3
    EMERGENCY = 4

    @property
    def code(self) -> str:
        """The name that data and programs use, such as `urgent`."""
        return self.name.lower()

    @classmethod
    def from_code(cls, code: str) -> "Level":
        """The level of a code; ValueError for a code that does not exist."""
        for level in cls:
            if level.code == code:
                return level
        raise ValueError(f"There is no level {code!r}.")


TIME_TO_ACKNOWLEDGE: dict[Level, timedelta] = {
    Level.EMERGENCY: timedelta(minutes=15),
    Level.URGENT: timedelta(hours=2),
}
"""The longest wait until a clinician owns the alert, where it is a fixed duration.

Source: our proposal, faster than published systems (87 % within 4 days in SYMPATHY).
`SOON` is due by noon of the clinic's next working day, so it needs the clinic's
calendar; `WATCH` is read once a week.
"""

URGENT_ON_CALL = timedelta(hours=4)
URGENT_WORK_UP = timedelta(hours=1)


def time_to_acknowledge(
    level: Level, *, is_open: bool = True, tags: Collection[str] = ()
) -> timedelta | None:
    """The longest wait for an owner; None where it is a date, or nobody is awaited.

    An urgent alert that came outside opening hours may wait 4 hours, and 1 hour at any
    time of day with the tag `infection_workup`.
    """
    if level == Level.URGENT:
        if "infection_workup" in tags:
            return URGENT_WORK_UP
        return TIME_TO_ACKNOWLEDGE[level] if is_open else URGENT_ON_CALL
    return TIME_TO_ACKNOWLEDGE.get(level)
