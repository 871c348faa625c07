"""The quick ways to read a course of pain find what the plain definitions do."""

from itertools import pairwise
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.examples import EXAMPLES
from tests.properties.histories import entries
from tests.unit.tracker.clinical.builders import entry
from tracker.clinical import course
from tracker.clinical.trends import Series

pains = st.dictionaries(st.integers(-9, 40), st.integers(0, 10), max_size=40)
today = st.integers(-2, 42)


def series(pain, day):
    return Series.of([entry(d, pain=p) for d, p in pain.items()], day=day)


def plain_median(pain, day, days, least):
    found = [pain[d] for d in range(day - days + 1, day + 1) if d in pain]
    return float(median(found)) if len(found) >= least else None


def plain_lowest(pain, today, days, least, on):
    medians = (plain_median(pain, day, days, least) for day in on if 0 <= day < today)
    return min((m for m in medians if m is not None), default=None)


@EXAMPLES
@given(pains, today)
def test_lowest_week_is_the_lowest_of_all_weeks(pain, day):
    assert course.lowest_m7(series(pain, day)) == plain_lowest(pain, day, 7, 3, pain)


@EXAMPLES
@given(pains, today)
def test_lowest_three_days_are_the_lowest_of_all(pain, day):
    first = min((d for d in pain if 0 <= d <= day), default=day)

    found = series(pain, day).lowest_m3

    assert found == plain_lowest(pain, day, 3, 2, range(first, day))


@EXAMPLES
@given(pains, today)
def test_lowest_pair_is_the_lowest_of_all_pairs(pain, day):
    days = sorted(d for d in pain if 0 <= d < day)
    pairs = [
        max(pain[one], pain[two])
        for one, two in pairwise(days)
        if two - one <= course.GAP_DAYS
    ]

    assert course.lowest_pair(series(pain, day)) == min(pairs, default=None)


@EXAMPLES
@given(pains, today)
def test_usual_turn_is_the_mean_of_what_goes_back(pain, day):
    days = sorted(d for d in pain if d < day)
    turns = [
        min(abs(pain[b] - pain[a]), abs(pain[c] - pain[b]))
        if (pain[b] - pain[a]) * (pain[c] - pain[b]) < 0
        else 0
        for a, b, c in zip(days, days[1:], days[2:], strict=False)
        if max(b - a, c - b) <= course.STEP_DAYS
    ]
    plain = sum(turns) / len(turns) if len(turns) >= course.TURNS else None

    found = course.usual_turn(series(pain, day))

    assert found == (None if plain is None else round(plain, 2))


@EXAMPLES
@given(st.lists(entries(st.integers(-9, 30)), max_size=20), st.randoms())
def test_order_of_arrival_does_not_matter(history, random):
    shuffled = random.sample(history, k=len(history))

    found, again = Series.of(history, day=30), Series.of(shuffled, day=30)

    assert (found.daily_pain, found.baseline) == (again.daily_pain, again.baseline)
