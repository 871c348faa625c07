"""Derived series: baseline, medians, lowest point, readings."""

from datetime import date
from itertools import permutations

import pytest

from tests.unit.tracker.clinical.builders import entry, pain_days
from tracker.clinical.answers import read_answers
from tracker.clinical.symptoms import Change
from tracker.clinical.trends import Entry, Reading, Series, daily_walk, hours_between


@pytest.mark.parametrize(
    ("entries", "baseline"),
    [
        (pain_days(-7, 9, 4, 5, 6, 7, 5, 6), 6.0),
        (pain_days(-2, 4, 7), 5.5),
        (pain_days(-9, 9, 9, 2), 2.0),
        ((), 6.5),
        (pain_days(0, 3, 3), 6.5),
        ((entry(-1),), 6.5),
    ],
)
def test_baseline_is_the_median_of_the_week_before(entries, baseline):
    assert Series.of(entries, intake_pain=6.5).baseline == baseline


def test_baseline_takes_the_latest_seven_entries():
    early = tuple(entry(-7, hour=h / 10, pain=10) for h in range(5))

    series = Series.of((*early, *pain_days(-6, 2, 2, 2, 2, 2, 2)))

    assert series.baseline == 2.0


def test_baseline_is_unknown_without_entries_and_intake():
    assert Series.of(()).baseline is None


@pytest.mark.parametrize(
    ("pains", "m3", "m7"),
    [
        ((5,), None, None),
        ((5, 7), 6.0, None),
        ((5, None, 7), 6.0, None),
        ((5, 6, 9), 6.0, 6.0),
        ((1, 2, 3, 4, 5, 6, 7), 6.0, 4.0),
        ((9, None, None, 9, None, None, 3), None, 9.0),
        ((10, 1, 2, 3, 4, 5, 6, 7), 6.0, 4.0),
        ((None,) * 7, None, None),
    ],
)
def test_medians_need_enough_days(pains, m3, m7):
    series = Series.of(pain_days(10, *pains), day=9 + len(pains))

    assert (series.m3, series.m7) == (m3, m7)


def test_day_with_several_entries_counts_once():
    entries = (
        entry(9, pain=2),
        entry(10, hour=-2, pain=9),
        entry(10, hour=-1, pain=8),
        entry(10, pain=4),
    )

    series = Series.of(entries)

    assert dict(series.daily_pain) == {9: 2, 10: 8}
    assert series.m3 == 5.0


def test_order_of_entries_does_not_matter():
    entries = pain_days(-3, 6, 6, 6, 7, 5, 4, 3, 5, 6)

    assert Series.of(entries[::-1]) == Series.of(entries)


def test_entries_after_the_evaluated_day_are_ignored():
    entries = pain_days(1, 5, 5, 5, 9, 9, 9)

    assert Series.of(entries, day=3) == Series.of(entries[:3])


def test_previous_median_shares_no_day_with_the_present_one():
    series = Series.of(pain_days(1, 2, 2, 2, 6, 6, 6))

    assert (series.previous_m3, series.m3) == (2.0, 6.0)


@pytest.mark.parametrize(
    ("pains", "lowest"),
    [((6, 3, 3, 3, 7, 7), 3.0), ((6, 7, 1), 6.5), ((6, 1), None), ((6,), None)],
)
def test_lowest_median_is_from_before_today(pains, lowest):
    assert Series.of(pain_days(1, *pains)).lowest_m3 == lowest


def test_missing_pain_is_never_zero():
    series = Series.of((*pain_days(1, 6, 6), entry(3), entry(4)))

    assert (series.m3, series.lowest_m3) == (None, 6.0)


def test_readings_of_72_hours():
    now = entry(9, temperature_c=37.0)
    entries = (
        entry(5, temperature_c=39.0),
        entry(6, temperature_c=38.0),
        entry(8),
        entry(9, hour=-6, temperature_c=37.5),
        now,
    )

    assert Series.of(entries).readings(now) == (
        Reading(3, 72.0, 38.0),
        Reading(0, 6.0, 37.5),
        Reading(0, 0.0, 37.0),
    )


@pytest.mark.parametrize(
    ("earlier", "later", "hours"),
    [
        (entry(5), entry(6), 24.0),
        (entry(5), entry(5, hour=3), 3.0),
        # Written down late, only an hour before the next one: it is still 2 days old.
        (entry(3, hour=47), entry(5), 24.0),
    ],
)
def test_hours_between_entries(earlier, later, hours):
    assert hours_between(earlier, later) == hours


def test_longest_walk_of_each_day():
    entries = (
        entry(1, walk_minutes=10),
        entry(1, hour=1, walk_minutes=5),
        entry(2),
    )

    assert daily_walk(entries) == {1: 10}


def test_entry_of_answers():
    answers = read_answers(
        {
            "local_date": "2026-11-14",
            "recorded_at": "2026-11-14T18:30:00Z",
            "pain": 4,
            "symptoms": [{"code": "hives", "change": "new"}],
        },
        procedure_date=date(2026, 11, 12),
        today=date(2026, 11, 14),
    )

    made = Entry.of(answers, day=2)

    assert (made.day, made.pain, made.symptoms) == (2, 4, {"hives": Change.NEW})


@pytest.mark.parametrize(
    "twins",
    [
        ({"pain": 5}, {"pain": None, "temperature_c": 37.0}, {}),
        ({"pain": 5}, {"pain": 5, "weight_kg": 80.0}, {"pain": 5, "weight_kg": 79.0}),
        ({"pain": 5}, {"pain": 3}, {"pain": 4}),
        ({"rmdq_total": 5}, {"peg_score": 3.0}, {"rmdq_total": 7, "peg_score": 1.0}),
    ],
    ids=["pain left out", "weight left out", "nothing left out", "scores left out"],
)
def test_entries_of_one_moment_have_one_order(twins):
    entries = [entry(3, **answers) for answers in twins]

    orders = {Series.of(order).entries for order in permutations(entries)}

    assert len(orders) == 1
    known = [e.pain if e.pain is not None else -1 for e in orders.pop()]
    assert known == sorted(known)
