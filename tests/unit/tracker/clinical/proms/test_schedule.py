"""When a questionnaire is asked for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.clinical.proms.definitions import (
    AT_BASELINE_AND_FROM_WEEK_SIX,
    AT_MILESTONES,
    WEEKLY,
)
from tracker.clinical.proms.schedule import (
    Occasion,
    Schedule,
    ScheduleError,
    due_on,
    occasions,
)


def windows(schedule):
    return [
        (found.day, found.first_day, found.last_day) for found in occasions(schedule)
    ]


def test_milestones_have_the_windows_of_the_plan():
    assert windows(AT_MILESTONES) == [
        (14, 11, 17),
        (42, 35, 49),
        (91, 77, 105),
        (182, 161, 203),
        (365, 335, 395),
    ]


def test_baseline_is_the_week_before_and_the_day_itself():
    assert windows(AT_BASELINE_AND_FROM_WEEK_SIX) == [
        (0, -7, 0),
        (42, 35, 49),
        (91, 77, 105),
        (182, 161, 203),
        (365, 335, 395),
    ]


def test_weekly_runs_from_week_one_to_month_six_and_ends_after_a_year():
    found = windows(WEEKLY)

    assert found[:3] == [(0, -7, 0), (7, 7, 13), (14, 14, 20)]
    assert found[-2:] == [(182, 182, 188), (365, 335, 395)]
    assert len(found) == 1 + 26 + 1


def test_one_margin_holds_for_all_days():
    assert windows(Schedule(days=(10, 20), before=2, after=3)) == [
        (10, 8, 13),
        (20, 18, 23),
    ]


def test_repeated_occasion_gives_way_to_a_named_day():
    schedule = Schedule(
        days=(14,), before=1, after=0, every=7, every_from=0, every_until=28
    )

    # Day 7 is open until 13 and day 14 would be named twice.
    assert windows(schedule) == [(0, 0, 6), (14, 13, 14), (21, 21, 27), (28, 28, 34)]


def test_repeated_occasion_stays_where_windows_only_touch():
    schedule = Schedule(days=(14,), after=6, every=7, every_from=7, every_until=21)

    assert windows(schedule) == [(7, 7, 13), (14, 14, 20), (21, 21, 27)]


def test_schedule_without_days_has_no_occasion():
    assert occasions(Schedule()) == ()
    assert due_on(Schedule(), 0) is None


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (-8, None),
        (-7, 0),
        (0, 0),
        (1, None),
        (34, None),
        (35, 42),
        (49, 42),
        (50, None),
    ],
)
def test_due_inside_the_window_only(day, due):
    found = due_on(AT_BASELINE_AND_FROM_WEEK_SIX, day)

    assert (found and found.day) == due


@pytest.mark.parametrize(
    ("answered", "due"),
    [((), True), ((34,), True), ((35,), False), ((49,), False), ((50,), True)],
)
def test_answer_inside_the_window_closes_it(answered, due):
    found = due_on(AT_BASELINE_AND_FROM_WEEK_SIX, 40, answered)

    assert found == (Occasion(42, 35, 49) if due else None)


# A busy machine is slow by itself: no deadline.
@settings(deadline=None)
@given(st.integers(), st.lists(st.integers()))
def test_due_is_total_and_open_on_its_day(day, answered):
    found = due_on(WEEKLY, day, answered)

    assert found is None or found.first_day <= day <= found.last_day


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"days": (1.5,)}, "days"),
        ({"days": (True,)}, "days"),
        ({"days": [1]}, "days"),
        ({"days": (-366,)}, "days"),
        ({"days": (3651,)}, "days"),
        ({"days": (7, 0)}, "days"),
        ({"days": (7, 7)}, "days"),
        ({"days": (0, 7), "after": 4, "before": 3}, "days"),
        ({"days": (0, 7), "before": (1,)}, "before"),
        ({"days": (0,), "before": -1}, "before"),
        ({"days": (0,), "before": "1"}, "before"),
        ({"before": -1}, "before"),
        ({"days": (0,), "after": (1, 2)}, "after"),
        ({"days": (0,), "after": (-1,)}, "after"),
        ({"every": -1}, "every"),
        ({"every": 7.0}, "every"),
        ({"every": 7, "every_from": None}, "every_from"),
        ({"every": 7, "every_from": 0, "every_until": 4000}, "every_until"),
        ({"every": 7, "every_from": 8, "every_until": 7}, "every_until"),
        ({"every": 1, "every_from": 0, "every_until": 400}, "every"),
        ({"days": (-9,), "every": 1, "every_from": 0, "every_until": 399}, "every"),
    ],
)
def test_schedule_that_cannot_be_followed_is_refused(fields, field):
    with pytest.raises(ScheduleError) as caught:
        Schedule(**fields)

    assert caught.value.field == field
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    "fields",
    [
        {"days": (-365, 3650)},
        {"days": (0, 7), "before": 3, "after": 3},
        {"days": (0,), "before": (0,), "after": (0,)},
        {"every": 7, "every_from": 7, "every_until": 7},
        {"every": 1, "every_from": 0, "every_until": 0},
        {"every": 1, "every_from": 0, "every_until": 399},
        {"days": (-9,), "every": 1, "every_from": 0, "every_until": 398},
    ],
)
def test_schedule_at_the_limit_is_taken(fields):
    assert occasions(Schedule(**fields))


@pytest.mark.parametrize("schedule", [WEEKLY, AT_MILESTONES, Schedule()])
def test_json_turns_back_into_the_same_schedule(schedule):
    assert Schedule.from_json(schedule.as_json()) == schedule


def test_json_of_a_schedule():
    assert WEEKLY.as_json() == {
        "days": [0, 365],
        "before": [7, 30],
        "after": [0, 30],
        "every": 7,
        "every_from": 7,
        "every_until": 182,
    }
    assert Schedule(days=(3,), before=1).as_json()["before"] == 1


@pytest.mark.parametrize(
    ("data", "field"),
    [([], "schedule"), ({"day": 1}, "day"), ({"days": [1], "every": "7"}, "every")],
)
def test_stored_junk_is_refused(data, field):
    with pytest.raises(ScheduleError) as caught:
        Schedule.from_json(data)

    assert caught.value.field == field
