"""A course that was counted again: a whole course lies before day 0."""

import pytest

from tests.unit.tracker.clinical.builders import entry, facts, pain_days, told_by
from tracker.clinical import course
from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.clinical.milestones import reached_from_data
from tracker.clinical.trends import Series

FIRST_COURSE = pain_days(-190, *([9, 8] * 90))  # up to day -11


def test_baseline_is_the_week_before_the_new_day():
    week = pain_days(-7, 3, 3, 4, 3)

    found = facts(day=2, pain=4, earlier=(*FIRST_COURSE, *week))

    assert found.baseline == 3


def test_an_empty_week_falls_back_on_the_intake():
    assert facts(day=2, pain=4, earlier=FIRST_COURSE).baseline == 6.0


def test_walking_before_is_that_of_the_week_before():
    walks = [entry(day, walk_minutes=5) for day in range(-190, -8)]
    week = [entry(day, walk_minutes=40) for day in (-7, -4, -1)]

    found = course.walks(Series.of([*walks, *week, entry(1, walk_minutes=10)]))

    assert found[2] == 40


def test_the_best_days_of_the_first_course_are_no_relief_of_this_one():
    good = pain_days(-60, *([1] * 40))

    found = facts(day=6, pain=6, earlier=(*good, *pain_days(0, 7, 7, 7, 7)))

    assert found.lowest_m3 == 7


def test_a_score_is_held_against_the_latest_before_the_new_day():
    scores = (entry(-150, rmdq_total=20), entry(-3, rmdq_total=8))

    assert facts(day=40, rmdq_total=9, earlier=scores).rmdq_first == 8


@pytest.mark.parametrize("day", [-366, -100, -8, -7, -1, 0, 1, 120, 364, 365, 366, 800])
def test_every_day_is_judged(day):
    earlier = (*FIRST_COURSE, *pain_days(-7, 4, 4, 4))

    alarmed = facts(
        day=day,
        pain=8,
        symptoms={"saddle_numbness": "new"},
        temperature_c=39.0,
        earlier=earlier,
    )

    assert told_by("R03", alarmed) == "emergency"
    assert DEFAULT_PROTOCOL.phase_on(day).code
    series = Series.of([*earlier, entry(day, pain=2)], day=day, intake_pain=6)
    assert isinstance(reached_from_data(DEFAULT_PROTOCOL, series, frozenset()), tuple)
