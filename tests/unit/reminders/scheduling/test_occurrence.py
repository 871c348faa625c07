from datetime import UTC, date, datetime, time

import pytest

from reminders.scheduling.occurrence import date_exists, moment

CASES = [
    # zone, local date, wall time, UTC moment
    ("America/New_York", (2026, 3, 7), (18, 30), (2026, 3, 7, 23, 30)),
    ("America/New_York", (2026, 3, 8), (18, 30), (2026, 3, 8, 22, 30)),
    ("America/New_York", (2026, 3, 8), (2, 30), (2026, 3, 8, 7, 0)),  # skipped
    ("America/New_York", (2026, 11, 1), (1, 30), (2026, 11, 1, 5, 30)),  # doubled
    ("Europe/Berlin", (2026, 3, 29), (2, 0), (2026, 3, 29, 1, 0)),  # skipped
    ("Europe/Berlin", (2026, 10, 25), (2, 59), (2026, 10, 25, 0, 59)),  # doubled
    ("Asia/Kolkata", (2026, 3, 29), (18, 30), (2026, 3, 29, 13, 0)),
    # Half an hour: 02:00 becomes 02:30, and 02:00 becomes 01:30.
    ("Australia/Lord_Howe", (2026, 10, 4), (2, 15), (2026, 10, 3, 15, 30)),
    ("Australia/Lord_Howe", (2026, 4, 5), (1, 45), (2026, 4, 4, 14, 45)),
    # Midnight itself is skipped: the day starts at 01:00.
    ("Africa/Cairo", (2026, 4, 24), (0, 0), (2026, 4, 23, 22, 0)),
    ("Africa/Cairo", (2026, 4, 24), (0, 30), (2026, 4, 23, 22, 0)),
    # Samoa had no 30 December 2011.
    ("Pacific/Apia", (2011, 12, 30), (18, 30), (2011, 12, 30, 10, 0)),
    ("Pacific/Apia", (2011, 12, 31), (18, 30), (2011, 12, 31, 4, 30)),
]


@pytest.mark.parametrize(("zone", "day", "wall", "expected"), CASES)
def test_wall_clock_time_is_one_moment(zone, day, wall, expected):
    assert moment(date(*day), time(*wall), zone) == datetime(*expected, tzinfo=UTC)


def test_skipped_date_does_not_exist():
    days = [date(2011, 12, 29), date(2011, 12, 30), date(2011, 12, 31)]

    assert [date_exists(day, "Pacific/Apia") for day in days] == [True, False, True]


def test_date_without_midnight_exists():
    assert date_exists(date(2026, 4, 24), "Africa/Cairo")
