"""The invented courses stay within what was published."""

from dataclasses import replace
from random import Random
from statistics import mean

from tracker.demo import courses
from tracker.demo.courses import HIGHEST_BASELINE, LOWEST_BASELINE, Course

CALM = Course(
    baseline=6.0, visits=((91, 0.5), (182, 0.4)), flare=0.0, flare_ends=3, noise=0.0
)


def test_the_same_seed_draws_the_same_course() -> None:
    assert courses.draw(Random("a")) == courses.draw(Random("a"))


def test_drawn_baselines_stay_within_bounds() -> None:
    drawn = [courses.draw(Random(seed)).baseline for seed in range(300)]

    assert min(drawn) >= LOWEST_BASELINE
    assert max(drawn) <= HIGHEST_BASELINE


def test_half_of_the_baseline_is_left_on_average_at_three_months() -> None:
    drawn = [courses.draw(Random(seed)) for seed in range(300)]

    left = mean(
        replace(c, noise=0.0).pain_on(91, Random(1)) / c.baseline for c in drawn
    )

    # Means of the four papers at three months: 31 to 64 % of the baseline.
    assert 0.31 < left < 0.64


def test_pain_follows_flare_and_relief() -> None:
    flaring = replace(CALM, flare=3.0)

    days = [flaring.pain_on(day, Random(1)) for day in (-3, 0, 1, 2, 14, 91, 300)]

    assert days == [6, 9, 8, 7, 6, 3, 2]


def test_answers_measure_temperature_in_the_first_two_weeks() -> None:
    measured = [
        day
        for day in range(-2, 20)
        if "temperature" in courses.answers_on(CALM, day, Random(day))
    ]

    assert measured == list(range(15))


def test_known_symptoms_are_the_same_as_before() -> None:
    course = replace(CALM, known=("numbness_one_leg",))

    answers = courses.answers_on(course, 20, Random(1))

    assert answers["symptoms"] == [{"code": "numbness_one_leg", "change": "same"}]
