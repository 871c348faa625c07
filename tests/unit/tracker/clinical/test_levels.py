"""Levels, their codes and times to acknowledge; day count."""

from datetime import date, timedelta

import pytest

from tracker.clinical.day_count import day_of
from tracker.clinical.levels import TIME_TO_ACKNOWLEDGE, Level


def test_levels_are_ordered():
    assert [level.code for level in sorted(Level)] == [
        "none",
        "watch",
        "soon",
        "urgent",
        "emergency",
    ]


@pytest.mark.parametrize("level", Level)
def test_code_round_trip(level):
    assert Level.from_code(level.code) is level


@pytest.mark.parametrize("code", ["", "URGENT", "code", "high"])
def test_unknown_code_is_refused(code):
    with pytest.raises(ValueError, match="There is no level"):
        Level.from_code(code)


def test_time_to_acknowledge_where_it_is_fixed():
    assert {
        Level.EMERGENCY: timedelta(minutes=15),
        Level.URGENT: timedelta(hours=2),
    } == TIME_TO_ACKNOWLEDGE


@pytest.mark.parametrize(
    ("local_date", "day"),
    [
        (date(2026, 2, 27), 0),
        (date(2026, 2, 26), -1),
        (date(2026, 3, 1), 2),
        (date(2027, 2, 27), 365),
    ],
)
def test_day_counts_from_the_procedure(local_date, day):
    assert day_of(local_date, date(2026, 2, 27)) == day
