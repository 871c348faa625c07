"""Whether a loss of weight was meant, and how much was lost."""

import pytest

from tests.unit.tracker.clinical.builders import entry
from tracker.clinical import weight


@pytest.mark.parametrize(("said_on", "expected"), [(40, True), (10, True), (9, None)])
def test_answer_to_planned_counts_for_thirty_days(said_on, expected):
    entries = [entry(said_on, weight_loss_planned=True), entry(40)]

    assert weight.was_planned(entries, day=40) is expected


@pytest.mark.parametrize("said", [(True, False), (False, True)])
def test_no_to_planned_wins_over_a_yes_of_the_same_moment(said):
    entries = [entry(40, weight_loss_planned=planned) for planned in said]

    assert weight.was_planned(entries, day=40) is False


def test_latest_answer_to_planned_wins():
    entries = [entry(1, weight_loss_planned=True), entry(2, weight_loss_planned=False)]

    assert weight.was_planned(entries, day=3) is False


def test_planned_that_was_never_asked_is_unknown():
    assert weight.was_planned([], day=3) is None


@pytest.mark.parametrize(
    ("day", "within", "baseline", "expected"),
    [
        (60, 30, None, 0.1),
        (60, 29, None, None),
        (60, 60, 100.0, 0.19),
        (60, 59, 100.0, 0.1),
        (91, 182, None, None),
    ],
)
def test_share_is_lost_since_the_highest_weight(day, within, baseline, expected):
    entries = [entry(30, weight_kg=90.0), entry(60, weight_kg=81.0)]

    lost = weight.lost_share(
        weight.weighed(entries), day=day, within=within, baseline_kg=baseline
    )

    assert lost == (None if expected is None else pytest.approx(expected))


def test_gained_weight_is_no_loss():
    entries = [entry(30, weight_kg=80.0), entry(60, weight_kg=82.0)]

    weighed = weight.weighed(entries)

    assert weight.lost_share(weighed, day=60, within=30, baseline_kg=None) == 0.0


@pytest.mark.parametrize(
    ("weighed", "day", "baseline", "expected"),
    [
        ([(30, 80.0), (60, 76.0)], 60, None, 0.05),
        ([(10, 80.0), (30, 84.0), (60, 76.0)], 60, None, 1 - 76 / 82),
        ([(30, 84.0), (60, 76.0)], 60, 80.0, 1 - 76 / 82),
        ([(30, 80.0), (200, 76.0)], 200, None, 0.05),
        ([(17, 80.0), (200, 76.0)], 200, None, None),
        ([(18, 80.0), (200, 76.0)], 200, None, 0.05),
        ([(200, 76.0)], 200, 80.0, None),
        ([(182, 76.0)], 182, 80.0, 0.05),
        ([(0, 76.0)], 0, 80.0, None),
        ([(30, 80.0), (60, 84.0)], 60, None, -0.05),
        ([(30, 80.0)], 60, None, None),
        ([(60, 80.0)], 60, None, None),
        ([], 60, 80.0, None),
    ],
)
def test_weight_lies_below_the_median_of_half_a_year(weighed, day, baseline, expected):
    below = weight.below_usual(weighed, day=day, baseline_kg=baseline)

    assert below == (None if expected is None else pytest.approx(expected))
