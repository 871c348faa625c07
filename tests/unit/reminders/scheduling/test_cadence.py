from datetime import date, timedelta

import pytest

from reminders.scheduling.cadence import CADENCES, Segment, due_dates, is_due

START = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("cadence", "offsets"),
    [
        ("daily", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]),
        ("every_second_day", [0, 2, 4, 6, 8, 10, 12]),
        ("three_a_week", [0, 2, 4, 7, 9, 11]),
        ("weekly", [0, 7]),
        ("monthly", [0]),
        ("none", []),
    ],
)
def test_cadence_covers_these_days_of_two_weeks(cadence, offsets):
    days = [START + timedelta(days=n) for n in range(-3, 14)]

    covered = [(day - START).days for day in days if is_due(cadence, START, day)]

    assert covered == offsets


def test_monthly_falls_on_the_last_day_of_a_shorter_month():
    open_end = Segment(START, None, "monthly")

    dates = list(due_dates([open_end], START, date(2026, 6, 1)))

    assert dates == [
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
        date(2026, 5, 31),
    ]


def test_segments_follow_each_other_and_overlap_counts_once():
    segments = [
        Segment(date(2026, 3, 1), date(2026, 3, 3), "daily"),
        Segment(date(2026, 3, 3), None, "weekly"),
    ]

    dates = list(due_dates(segments, date(2026, 2, 1), date(2026, 3, 18)))

    assert [day.day for day in dates] == [1, 2, 3, 10, 17]


def test_nothing_is_due_in_an_empty_span():
    segments = [Segment(START, None, "daily")]

    assert list(due_dates(segments, START, START - timedelta(days=1))) == []


def test_unknown_cadence_is_refused():
    with pytest.raises(ValueError, match="not a cadence"):
        Segment(START, None, "hourly")


def test_segment_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValueError, match="before it starts"):
        Segment(START, START - timedelta(days=1), "daily")


def test_every_cadence_has_a_code():
    assert CADENCES == (
        "daily",
        "every_second_day",
        "three_a_week",
        "weekly",
        "monthly",
        "none",
    )
