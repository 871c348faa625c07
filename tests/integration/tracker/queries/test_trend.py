"""The series behind the chart."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.tracker import make_alert, make_check_in
from tracker.clinical.levels import Level
from tracker.models import Episode, Patient
from tracker.queries import episodes, trend


@pytest.fixture
def episode(pat: Patient) -> Episode:
    return episodes.get_for_clinic(pat.clinic, pat.episodes.get().pk)


def test_a_day_is_the_median_of_its_live_entries(episode: Episode) -> None:
    wrong = make_check_in(episode, 3, pain=10)
    make_check_in(episode, 3, pain=4, mobility=2, corrects=wrong)
    make_check_in(episode, 3, pain=7, mobility=None)
    make_check_in(episode, 5, pain=None, mobility=8)

    found = trend.series(episode)

    assert [(p.day, p.pain, p.mobility) for p in found.points] == [
        (3, 5.5, 2.0),
        (5, None, 8.0),
    ]
    assert found.points[0].on == episode.procedure.performed_on + timedelta(days=3)
    assert (found.first_day, found.today) == (-7, 9)
    assert found.phases[0].title == "Weeks 1 to 2"


def test_baseline_is_the_week_before(episode: Episode) -> None:
    assert trend.series(episode).baseline == 6.0

    for day, pain in ((-3, 7), (-2, 9), (-1, 8), (0, 1)):
        make_check_in(episode, day, pain=pain)

    assert trend.series(episode).baseline == 8.0


def test_alerts_stand_on_the_day_of_their_entry(episode: Episode) -> None:
    alert = make_alert(make_check_in(episode, 4), level=Level.EMERGENCY)

    assert trend.series(episode).alerts == (
        trend.TrendAlert(4, Level.EMERGENCY, "R07", alert.pk),
    )


@pytest.mark.parametrize("days", [1, 3])
def test_series_costs_three_queries(episode: Episode, days: int) -> None:
    for day in range(days):
        make_check_in(episode, day)

    with CaptureQueriesContext(connection) as queries:
        trend.series(episode)

    assert len(queries) == 3
