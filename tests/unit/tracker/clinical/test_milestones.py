"""Milestones that the entries themselves show."""

import pytest

from tests.unit.tracker.clinical.builders import entry, pain_days
from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.clinical.milestones import reached_from_data
from tracker.clinical.trends import Series


def reached(entries, *, day=None, intake=6.0, already=()):
    series = Series.of(entries, day=day, intake_pain=intake)
    return reached_from_data(DEFAULT_PROTOCOL, series, frozenset(already))


def walks(*days, minutes=30):
    return tuple(entry(day, walk_minutes=minutes) for day in days)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (walks(20, 23, 26), True),
        (walks(19, 23, 26), False),
        (walks(25, 26), False),
        (walks(20, 23, 26, minutes=29), False),
        (walks(12, 13, 14), False),
        ((*walks(26), *walks(26), *walks(26)), False),
    ],
)
def test_thirty_minutes_on_three_days_of_seven(entries, expected):
    assert ("walk_30_minutes" in reached(entries)) is expected


@pytest.mark.parametrize(
    ("minutes", "day", "expected"),
    [(5, 0, True), (4, 0, False), (5, 1, True), (5, -1, False)],
)
def test_first_walk(minutes, day, expected):
    codes = reached(walks(day, minutes=minutes), day=max(day, 0))

    assert ("first_walk" in codes) is expected


@pytest.mark.parametrize(
    ("pains", "last_day", "intake", "expected"),
    [
        ((6, 6), 3, 6.0, True),
        ((6, 6), 2, 6.0, False),
        ((7, 7), 3, 6.0, False),
        ((6,), 3, 6.0, False),
        ((6, 6), 3, None, False),
        ((0, 0), 3, 0.0, True),
    ],
)
def test_flare_settled(pains, last_day, intake, expected):
    entries = pain_days(last_day - len(pains) + 1, *pains)

    assert ("flare_settled" in reached(entries, intake=intake)) is expected


@pytest.mark.parametrize(
    ("pain", "day", "intake", "expected"),
    [
        (7, 28, 10.0, {"first_30_percent_drop"}),
        (7, 27, 10.0, set()),
        (8, 28, 10.0, set()),
        (7, 28, None, set()),
        (0, 28, 0.0, set()),
        (5, 91, 10.0, {"first_30_percent_drop", "half_of_baseline"}),
        (6, 91, 10.0, {"first_30_percent_drop"}),
    ],
)
def test_drops_in_pain(pain, day, intake, expected):
    entries = pain_days(day - 2, pain, pain, pain)

    assert set(reached(entries, intake=intake)) - {"flare_settled"} == expected


@pytest.mark.parametrize(
    ("scores", "day", "expected"),
    [
        ({-3: 12, 91: 7}, 91, True),
        ({-3: 12, 91: 8}, 91, False),
        ({-3: 12, 42: 6, 91: 12}, 91, False),
        ({14: 12, 91: 7}, 91, True),
        ({91: 3}, 91, False),
        ({-3: 12, 90: 7}, 90, False),
    ],
)
def test_five_points_of_roland_morris_count_like_half_the_pain(scores, day, expected):
    entries = tuple(entry(on, rmdq_total=score) for on, score in scores.items())

    assert ("half_of_baseline" in reached(entries, day=day)) is expected


@pytest.mark.parametrize(
    ("temperatures", "symptoms", "expected"),
    [
        ((36.8, 36.9, 37.4), {}, True),
        ((36.8, 36.9, 37.5), {}, False),
        ((36.8, None, 36.9), {}, False),
        ((36.8, 36.9, 37.0), {"site_discharge": "better"}, False),
        ((36.8, 36.9, 37.0), {"site_soreness": "new"}, True),
        ((36.8, 36.9, 37.0), None, False),
    ],
)
def test_site_calm(temperatures, symptoms, expected):
    entries = tuple(
        entry(day, temperature_c=celsius, symptoms=symptoms)
        for day, celsius in enumerate(temperatures, start=2)
    )

    assert ("site_calm" in reached(entries)) is expected


def test_reached_before_is_not_told_again():
    assert reached(walks(20, 23, 26), already=("walk_30_minutes", "first_walk")) == ()


def test_no_entries_reach_nothing():
    assert reached((), day=100) == ()
