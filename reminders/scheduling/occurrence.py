"""A local date and a wall-clock time in a zone -> one moment."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo


@lru_cache(maxsize=4096)
def moment(local_date: date, wall_time: time, zone: str) -> datetime:
    """The one UTC moment of that wall-clock time, also on clock-change days.

    A doubled hour gives its first pass; a skipped hour the first instant after it.
    """
    tz = ZoneInfo(zone)
    wall = datetime.combine(local_date, wall_time)
    first = _as_utc(wall, tz, fold=0)
    if _wall(first, tz) == wall:
        return first
    # Inside a gap PEP 495 reads fold=0 with the old offset, which lands after
    # the change, and fold=1 with the new one, which lands before it.
    return _change_between(_as_utc(wall, tz, fold=1), first, tz)


ONCE, SKIPPED, DOUBLED = "once", "skipped", "doubled"


def kind(local_date: date, wall_time: time, zone: str) -> str:
    """How often that wall-clock time comes on that date: once, never or twice."""
    tz = ZoneInfo(zone)
    wall = datetime.combine(local_date, wall_time)
    first, second = (_as_utc(wall, tz, fold) for fold in (0, 1))
    if _wall(first, tz) != wall:
        return SKIPPED
    return ONCE if first == second else DOUBLED


def date_exists(local_date: date, zone: str) -> bool:
    """False for a date a zone skipped altogether (Samoa, 30 December 2011)."""
    start = moment(local_date, time(0), zone)
    return _wall(start, ZoneInfo(zone)).date() == local_date


def clocks_change_on(local_date: date, zone: str) -> bool:
    """Whether that date is not 24 hours long there."""
    dates = (local_date, local_date + timedelta(days=1))
    start, end = (moment(one, time(0), zone) for one in dates)
    return end - start != timedelta(days=1)


def _as_utc(wall: datetime, tz: ZoneInfo, fold: int) -> datetime:
    return wall.replace(tzinfo=tz, fold=fold).astimezone(UTC)


def _wall(instant: datetime, tz: ZoneInfo) -> datetime:
    return instant.astimezone(tz).replace(tzinfo=None, fold=0)


def _change_between(before: datetime, after: datetime, tz: ZoneInfo) -> datetime:
    """The first whole second at which the offset of `after` holds."""
    new_offset = after.astimezone(tz).utcoffset()
    low, high = int(before.timestamp()), int(after.timestamp())
    while high - low > 1:
        middle = (low + high) // 2
        at_middle = datetime.fromtimestamp(middle, tz).utcoffset()
        low, high = (low, middle) if at_middle == new_offset else (middle, high)
    return datetime.fromtimestamp(high, UTC)
