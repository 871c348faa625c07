"""Every zone, every clock change from 2025 to 2030.

Each local date leaves exactly one prompt, at its wall-clock hour; an hour that does
not come that day gives the first instant after it, one that comes twice the first.
Here the dates around the changes; `make zones` takes every date of every zone.
"""

from bisect import bisect_left
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import chain, pairwise
from zoneinfo import ZoneInfo, available_timezones

from reminders.scheduling import occurrence
from reminders.scheduling.cadence import Segment
from reminders.scheduling.hours import Hours
from reminders.scheduling.prompts import Course, prompts

FIRST, LAST = date(2025, 1, 1), date(2030, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
AROUND, MINUTE = timedelta(days=2), timedelta(minutes=1)
USUAL = [time(0), time(8), time(18, 30), time(23, 59)]


def offset_at(zone, moment):
    return moment.astimezone(ZoneInfo(zone)).utcoffset()


@cache
def changes(zone):
    """The first minutes, in UTC, at which the clock of the zone is another one."""
    noons = [datetime(d.year, d.month, d.day, 12, tzinfo=UTC) for d in DAYS]
    return tuple(
        _first_minute_of_another(zone, before, noon)
        for before, noon in pairwise(noons)
        if offset_at(zone, before) != offset_at(zone, noon)
    )


def _first_minute_of_another(zone, before, after):
    old, minutes = offset_at(zone, before), range((after - before) // MINUTE + 1)
    at = bisect_left(
        minutes, True, key=lambda n: offset_at(zone, before + n * MINUTE) != old
    )
    return before + at * MINUTE


@cache
def zones_by_behaviour():
    """One zone for each way the clocks go in these years; many names share one."""
    ways = {}
    for zone in sorted(available_timezones()):
        began = datetime(FIRST.year, 1, 1, 12, tzinfo=UTC)
        turns = tuple((when, offset_at(zone, when)) for when in changes(zone))
        ways.setdefault((offset_at(zone, began), turns), zone)
    return sorted(ways.values())


def dates_at(zone, change):
    """The local dates that the old clock ends with and the new one begins with."""
    tz = ZoneInfo(zone)
    return sorted(
        {(change - MINUTE).astimezone(tz).date(), change.astimezone(tz).date()}
    )


def by_hand(day, wall, zone):
    """The rule in its plainest form: look at every minute of three UTC days."""
    tz = ZoneInfo(zone)
    minute = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=15)
    asked = datetime.combine(day, wall)
    for _ in range(54 * 60):
        if minute.astimezone(tz).replace(tzinfo=None) >= asked:
            return minute
        minute += MINUTE
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
            last = dates_at(zone, change)[-1]
            assert_one_prompt_a_day(zone, time(18, 30), last - AROUND, last)


def test_every_change_keeps_one_prompt_a_day():
    for zone in zones_by_behaviour():
        for change in changes(zone):
            dates = dates_at(zone, change)
            first, last = dates[0] - AROUND, dates[-1] + AROUND
            for wall in [*USUAL, time(0, 30), time(1, 30), time(2, 30), time(3, 30)]:
                assert_one_prompt_a_day(zone, wall, first, last)


def test_the_moment_is_the_one_found_by_hand():
    for zone in zones_by_behaviour():
        for day in chain.from_iterable(dates_at(zone, c) for c in changes(zone)[:2]):
            for wall in (time(0), time(0, 30), time(2, 30)):
                found = occurrence.moment(day, wall, zone)
                assert found == by_hand(day, wall, zone), (zone, day, wall)


def test_midnight_that_does_not_come_is_the_hour_after_it():
    day = date(2026, 3, 8)

    assert day in [
        d for c in changes("America/Havana") for d in dates_at("America/Havana", c)
    ]
    assert occurrence.moment(day, time(0), "America/Havana") == datetime(
        2026, 3, 8, 5, tzinfo=UTC
    )
