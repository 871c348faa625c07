"""Which local dates a cadence covers. Everything counts from a segment's first day."""

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

DAILY = "daily"
EVERY_SECOND_DAY = "every_second_day"
THREE_A_WEEK = "three_a_week"
WEEKLY = "weekly"
MONTHLY = "monthly"
NONE = "none"


def _monthly(start: date, day: date) -> bool:
    """The start's day of the month; a shorter month is due on its last day."""
    return day.day == min(start.day, monthrange(day.year, day.month)[1])


_RULES: Mapping[str, Callable[[date, date], bool]] = {
    DAILY: lambda start, day: True,
    EVERY_SECOND_DAY: lambda start, day: (day - start).days % 2 == 0,
    THREE_A_WEEK: lambda start, day: (day - start).days % 7 in (0, 2, 4),
    WEEKLY: lambda start, day: (day - start).days % 7 == 0,
    MONTHLY: _monthly,
    NONE: lambda start, day: False,
}
CADENCES = tuple(_RULES)


def is_due(cadence: str, segment_start: date, day: date) -> bool:
    """Whether a cadence that began on `segment_start` covers `day`."""
    return day >= segment_start and _RULES[cadence](segment_start, day)


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of days with one cadence. `last` is included; None is open."""

    first: date
    last: date | None
    cadence: str

    def __post_init__(self) -> None:
        if self.cadence not in _RULES:
            raise ValueError(f"{self.cadence!r} is not a cadence.")
        if self.last is not None and self.last < self.first:
            raise ValueError(f"A segment ends ({self.last}) before it starts.")

    @property
    def asks(self) -> bool:
        """Whether any day of this segment is due."""
        return self.cadence != NONE

    def covers(self, day: date) -> bool:
        """Whether this segment asks for something on `day`."""
        inside = self.last is None or day <= self.last
        return inside and is_due(self.cadence, self.first, day)


def due_dates(segments: Sequence[Segment], first: date, last: date) -> Iterator[date]:
    """Every local date from `first` to `last` that some segment covers, once each."""
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        if any(segment.covers(day) for segment in segments):
            yield day
