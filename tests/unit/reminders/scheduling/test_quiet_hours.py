from datetime import UTC, datetime, time

import pytest

from reminders.scheduling.quiet_hours import moved_out, next_start

BERLIN = "Europe/Berlin"


def utc(*parts):
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (utc(2026, 1, 10, 17, 30), utc(2026, 1, 10, 17, 30)),  # 18:30: free
        (utc(2026, 1, 10, 20, 0), utc(2026, 1, 11, 7, 0)),  # 21:00: first quiet
        (utc(2026, 1, 10, 23, 30), utc(2026, 1, 11, 7, 0)),  # past midnight
        (utc(2026, 1, 11, 6, 59), utc(2026, 1, 11, 7, 0)),  # 07:59: last quiet
        (utc(2026, 1, 11, 7, 0), utc(2026, 1, 11, 7, 0)),  # 08:00: free again
        (utc(2026, 3, 28, 22, 0), utc(2026, 3, 29, 6, 0)),  # over the clock change
    ],
)
def test_night_is_moved_to_the_morning(moment, expected):
    assert moved_out(moment, BERLIN, time(21), time(8)) == expected


def test_quiet_hours_within_a_day():
    moved = moved_out(utc(2026, 1, 10, 12, 30), BERLIN, time(13), time(15))

    assert moved == utc(2026, 1, 10, 14, 0)


def test_equal_bounds_mean_no_quiet_hours():
    moment = utc(2026, 1, 10, 23, 0)

    assert moved_out(moment, BERLIN, time(8), time(8)) == moment
    assert next_start(moment, BERLIN, time(8), time(8)) is None


def test_urgent_passes():
    moment = utc(2026, 1, 10, 23, 0)

    assert moved_out(moment, BERLIN, time(21), time(8), is_urgent=True) == moment


def test_second_pass_of_a_doubled_hour_is_not_moved_back():
    # 02:15 for the second time; the quiet hours ended at the first 02:30.
    moment = utc(2026, 10, 25, 1, 15)

    assert moved_out(moment, BERLIN, time(22), time(2, 30)) == moment


def test_next_start_is_this_evening_or_the_next():
    evening = utc(2026, 1, 10, 17, 30)
    night = utc(2026, 1, 10, 21, 0)

    assert next_start(evening, BERLIN, time(21), time(8)) == utc(2026, 1, 10, 20, 0)
    assert next_start(night, BERLIN, time(21), time(8)) == utc(2026, 1, 11, 20, 0)
