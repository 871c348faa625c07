"""Every zone, every clock change from 2025 to 2030.

Each local date leaves exactly one prompt, at its wall-clock hour; an hour that does
not come that day gives the first instant after it, one that comes twice the first.
Here the dates around the changes; `make zones` takes every date of every zone.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

from reminders.scheduling import occurrence
from reminders.scheduling.cadence import Segment
from reminders.scheduling.hours import Hours
from reminders.scheduling.prompts import Course, prompts

FIRST, LAST = date(2025, 1, 1), date(2030, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
AROUND = timedelta(days=2)
USUAL = [time(0), time(8), time(18, 30), time(23, 59)]


@cache
def offset_of(zone, day):
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return noon.astimezone(ZoneInfo(zone)).utcoffset()


@cache
def zones_by_behaviour():
    """One zone for each way the clocks go in these years; many names share one."""
    ways = {}
    for zone in sorted(available_timezones()):
        ways.setdefault(tuple(offset_of(zone, day) for day in DAYS), zone)
    return sorted(ways.values())


def changes(zone):
    """The dates at which the offset is another one than at the noon before."""
    return [
        day
        for before, day in pairwise(DAYS)
        if offset_of(zone, before) != offset_of(zone, day)
    ]


def by_hand(day, wall, zone):
    """The rule in its plainest form: look at every minute of three UTC days."""
    tz = ZoneInfo(zone)
    minute = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=15)
    asked = datetime.combine(day, wall)
    for _ in range(54 * 60):
        if minute.astimezone(tz).replace(tzinfo=None) >= asked:
            return minute
        minute += timedelta(minutes=1)
    raise AssertionError("never")


def assert_one_prompt_a_day(zone, wall, first, last):
    course = Course(
        (Segment(first, last, "daily"),), Hours(wall), zone, time(0), time(0)
    )
    tz = ZoneInfo(zone)
    found = list(prompts(course, first, last))
    moments = [prompt.due_at for prompt in found]
    dates = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert [p.local_date for p in found] == dates
    assert moments == sorted(set(moments))
    for prompt in found:
        shown = prompt.due_at.astimezone(tz).replace(tzinfo=None)
        asked = datetime.combine(prompt.local_date, wall)
        assert (shown > asked) == ("hour_skipped" in prompt.notes)
        # Greenland skips the last hour of a day: what follows it is midnight.
        skipped_to = datetime.combine(prompt.local_date + timedelta(days=1), time(0))
        assert shown.date() == prompt.local_date or shown == skipped_to


def test_there_is_a_lot_to_look_at():
    zones = zones_by_behaviour()

    assert len(available_timezones()) > 400
    assert len(zones) > 60
    assert sum(len(changes(zone)) for zone in zones) > 300


def test_every_name_has_one_prompt_a_day_around_its_changes():
    for zone in sorted(available_timezones()):
        for change in changes(zone)[:2]:
            assert_one_prompt_a_day(zone, time(18, 30), change - AROUND, change)


def test_every_change_keeps_one_prompt_a_day():
    for zone in zones_by_behaviour():
        for change in changes(zone):
            first, last = max(FIRST, change - AROUND), min(LAST, change + AROUND)
            for wall in [*USUAL, time(0, 30), time(1, 30), time(2, 30), time(3, 30)]:
                assert_one_prompt_a_day(zone, wall, first, last)


def test_the_moment_is_the_one_found_by_hand():
    for zone in zones_by_behaviour():
        for change in changes(zone)[:2]:
            for wall in (time(0, 30), time(2, 30)):
                found = occurrence.moment(change, wall, zone)
                assert found == by_hand(change, wall, zone), (zone, change, wall)
