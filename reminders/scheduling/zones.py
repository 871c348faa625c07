"""By which zone a person's clock goes, while they travel and after they move.

A change of the zone does to a clock what the change to summer time does: an hour may
be skipped, and another may come twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reminders.scheduling import occurrence

ALWAYS = datetime.min.replace(tzinfo=UTC)
NEVER = datetime.max.replace(tzinfo=UTC)
TICK = timedelta.resolution


class Came(NamedTuple):
    """When a wall-clock time came, and whether only the change of zone brought it."""

    moment: datetime
    zone: str
    is_after_change: bool


class _Stay(NamedTuple):
    since: datetime
    until: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class Zones:
    """The zone of now, and those before it, oldest first, with when each was left."""

    zone: str
    earlier: tuple[tuple[datetime, str], ...] = ()

    def at(self, moment: datetime) -> str:
        """The zone that held at that moment."""
        return self._stay_at(moment).zone

    def left_after(self, moment: datetime) -> datetime | None:
        """When the zone of that moment was left; None if it still holds."""
        until = self._stay_at(moment).until
        return None if until == NEVER else until

    def local_date(self, moment: datetime) -> date:
        """The date on the person's clock at that moment."""
        return _date(moment, self.at(moment))

    def moment(self, day: date, wall: time) -> Came | None:
        """The one moment of that wall-clock time on that date of this person.

        One that came twice gives the first time, one that a change of the zone has
        skipped the moment of the change; None for a date that they never had.
        """
        was_reached = False
        for stay in self._stays():
            if not occurrence.date_exists(day, stay.zone):
                continue
            came = occurrence.moment(day, wall, stay.zone)
            if came >= stay.until:
                was_reached = was_reached or _date(stay.until - TICK, stay.zone) >= day
            elif came >= stay.since:
                return Came(came, stay.zone, is_after_change=False)
            elif was_reached or _date(stay.since, stay.zone) <= day:
                return Came(stay.since, stay.zone, is_after_change=True)
        return None

    def _stay_at(self, moment: datetime) -> _Stay:
        return next(stay for stay in self._stays() if moment < stay.until)

    def _stays(self) -> Iterator[_Stay]:
        changes = [ALWAYS, *(until for until, _ in self.earlier), NEVER]
        names = [*(zone for _, zone in self.earlier), self.zone]
        for (since, until), zone in zip(pairwise(changes), names, strict=True):
            yield _Stay(since, until, zone)


def _date(moment: datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()
