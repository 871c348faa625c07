"""Clock changes, month ends, quiet hours across midnight."""

import itertools
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reminders.scheduling import backoff, cadence, occurrence, quiet_hours
from tests.properties.examples import EXAMPLES

ZONES = [
    "America/New_York",
    "America/St_Johns",
    "America/Asuncion",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
]
zones = st.sampled_from(ZONES)
days = st.dates(date(2008, 1, 1), date(2030, 12, 31))
walls = st.times().map(lambda wall: wall.replace(second=0, microsecond=0))


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("wall", [time(0), time(0, 30), time(2, 15), time(18, 30)])
@pytest.mark.parametrize("year", [2011, 2026])
def test_a_year_has_one_moment_per_date_in_order(zone, wall, year):
    dates = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    real = [day for day in dates if occurrence.date_exists(day, zone)]

    moments = [occurrence.moment(day, wall, zone) for day in real]

    assert moments == sorted(set(moments))
    assert [m.astimezone(ZoneInfo(zone)).date() for m in moments] == real


@EXAMPLES
@given(days, walls, zones)
def test_moment_shows_the_wall_time_or_the_first_after_a_gap(day, wall, zone):
    moment = occurrence.moment(day, wall, zone)
    shown = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    asked = datetime.combine(day, wall)

    assert shown >= asked
    if shown > asked:
        before = (moment - timedelta(seconds=1)).astimezone(ZoneInfo(zone))
        assert before.replace(tzinfo=None) < asked


@EXAMPLES
@given(days, walls, zones)
def test_moment_is_the_first_with_that_wall_time(day, wall, zone):
    moment = occurrence.moment(day, wall, zone)
    shown = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)

    for minutes in (30, 60):
        earlier = (moment - timedelta(minutes=minutes)).astimezone(ZoneInfo(zone))
        assert earlier.replace(tzinfo=None) != shown


@EXAMPLES
@given(
    st.builds(datetime.combine, days, st.times(), st.just(UTC)),
    zones,
    walls,
    walls,
)
def test_moving_out_goes_forward_once_and_ends_outside(moment, zone, start, end):
    # Quiet hours of nearly a whole day leave no hour to move to on a short day.
    length = (datetime.combine(date.min, end) - datetime.combine(date.min, start)) % (
        timedelta(days=1)
    )
    assume(length <= timedelta(hours=20))

    moved = quiet_hours.moved_out(moment, zone, start, end)

    assert moved >= moment
    assert quiet_hours.moved_out(moved, zone, start, end) == moved
    assert moved - moment <= timedelta(hours=46)


@EXAMPLES
@given(
    st.sampled_from(cadence.CADENCES),
    days,
    days,
    st.integers(min_value=0, max_value=99),
)
def test_due_dates_are_the_days_that_are_due(code, start, first, length):
    last = first + timedelta(days=length)
    segment = cadence.Segment(start, None, code)

    due = list(cadence.due_dates([segment], first, last))

    every = [first + timedelta(days=n) for n in range(length + 1)]
    assert due == [day for day in every if cadence.is_due(code, start, day)]


@EXAMPLES
@given(days)
def test_monthly_comes_once_in_each_month(start):
    segment = cadence.Segment(start, None, cadence.MONTHLY)

    due = list(cadence.due_dates([segment], start, start + timedelta(days=800)))

    months = [(day.year, day.month) for day in due]
    assert len(set(months)) == len(months)
    assert all((b - a).days <= 31 for a, b in itertools.pairwise(due))


@EXAMPLES
@given(
    st.integers(1, 7),
    st.floats(0, 1, exclude_max=True),
    st.one_of(st.none(), st.timedeltas(timedelta(0), timedelta(days=30))),
)
def test_backoff_is_bounded(attempt, jitter, retry_after):
    wait = backoff.delay(attempt, jitter=jitter, retry_after=retry_after)

    assert wait is not None
    assert backoff.BASE <= wait <= backoff.LONGEST_RETRY_AFTER
