"""The wall-clock hour of each weekday: one for most days, others where they differ."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Self

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKEND = ("sat", "sun")
# In one trial of app reminders those near mid-day worked best at weekends.
WEEKEND_TIME = time(12)


@dataclass(frozen=True, slots=True)
class Hours:
    """`usual` on every weekday that `others` does not name; (0, ...) is Monday."""

    usual: time
    others: tuple[tuple[int, time], ...] = ()

    def on(self, day: date) -> time:
        """The hour of a local date."""
        return dict(self.others).get(day.weekday(), self.usual)

    @classmethod
    def from_stored(cls, usual: time, weekday_times: Mapping[str, str]) -> Self:
        """From {"sat": "12:00"}. Raises ValueError for an unknown day or hour."""
        others = (
            (WEEKDAYS.index(day), time.fromisoformat(text))
            for day, text in weekday_times.items()
        )
        return cls(usual, tuple(sorted(others)))


def to_stored(weekday_times: Mapping[str, time]) -> dict[str, str]:
    """The other way round, in the order of the week."""
    return {
        day: weekday_times[day].isoformat("minutes")
        for day in WEEKDAYS
        if day in weekday_times
    }
