"""Who is on duty at a moment of the clinic's own clock (pure).

A week of shifts repeats until somebody changes it; a cover puts one person in the
place of another for some days. On a day the clinic is closed, Sunday's shifts hold.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

SUNDAY = 6
FIRST, BACKUP = 1, 2


@dataclass(frozen=True, slots=True)
class Shift:
    """One stretch of a week, Monday being 0. Ends at or before it starts: next day."""

    member: UUID
    weekday: int
    starts: time
    ends: time
    rank: int = FIRST


@dataclass(frozen=True, slots=True)
class Cover:
    """From the first to the last day somebody else stands in, or nobody."""

    away: UUID
    instead: UUID | None
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Roster:
    """Everything that says who is on duty; moments are the clinic's local time."""

    shifts: tuple[Shift, ...]
    covers: tuple[Cover, ...] = ()
    closed_days: frozenset[date] = frozenset()

    def on_duty(self, local: datetime, rank: int = FIRST) -> tuple[UUID, ...]:
        """Members on duty in this rank, each once, in the order of the roster."""
        found = [s.member for s, _, _ in self._running(local) if s.rank == rank]
        return tuple(dict.fromkeys(found))

    def until(self, local: datetime) -> datetime | None:
        """When the first of those on duty now goes; None if nobody is on duty."""
        ends = [end for shift, _, end in self._running(local) if shift.rank == FIRST]
        return min(ends, default=None)

    def _running(self, local: datetime) -> Iterator[tuple[Shift, datetime, datetime]]:
        moment = local.replace(tzinfo=None)
        for day in (moment.date() - timedelta(days=1), moment.date()):
            for shift in self.shifts:
                if shift.weekday != self._weekday(day):
                    continue
                start = datetime.combine(day, shift.starts)
                end = datetime.combine(day, shift.ends)
                if shift.ends <= shift.starts:
                    end += timedelta(days=1)
                if start <= moment < end:
                    yield from self._stand_in(shift, day, start, end)

    def _weekday(self, day: date) -> int:
        return SUNDAY if day in self.closed_days else day.weekday()

    def _stand_in(
        self, shift: Shift, day: date, start: datetime, end: datetime
    ) -> Iterator[tuple[Shift, datetime, datetime]]:
        """The shift of whoever really comes. Covers chain, but never in a circle."""
        member: UUID | None = shift.member
        seen: set[UUID] = set()
        while member is not None and member not in seen:
            seen.add(member)
            cover = _cover_of(member, day, self.covers)
            if cover is None:
                yield _with(shift, member), start, end
                return
            member = cover.instead


def _cover_of(member: UUID, day: date, covers: Iterable[Cover]) -> Cover | None:
    of_day = (c for c in covers if c.away == member and c.first <= day <= c.last)
    return next(of_day, None)


def _with(shift: Shift, member: UUID) -> Shift:
    return Shift(member, shift.weekday, shift.starts, shift.ends, shift.rank)


def noon_of_next_working_day(
    local: datetime, open_weekdays: Collection[int], closed_days: Collection[date]
) -> datetime:
    """12:00 of the first day after this one on which the clinic works.

    A clinic that never opens is asked the next day: better than never.
    """
    for ahead in range(1, 30):
        day = local.date() + timedelta(days=ahead)
        if day.weekday() in open_weekdays and day not in closed_days:
            return datetime.combine(day, time(12), tzinfo=local.tzinfo)
    return datetime.combine(
        local.date() + timedelta(days=1), time(12), tzinfo=local.tzinfo
    )
