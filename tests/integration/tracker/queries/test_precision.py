"""What the alerts of a clinic cost and what came of them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from backend.accounts.models import Clinic, User
from backend.common import clock
from tests.factories.tracker import (
    make_alert,
    make_check_in,
    make_episode,
    make_patient,
)
from tests.integration.tracker.management.test_replay_triage import judge
from tracker.actions import alerts
from tracker.clinical.levels import Level
from tracker.clinical.symptoms import Change
from tracker.models import Alert, Episode
from tracker.queries import precision

SetClock = Callable[[datetime], None]
MONDAY_NOON = datetime(2026, 11, 16, 17, tzinfo=UTC)
NUMB = {"numbness_one_leg": Change.NEW}


def closed(episode: Episode, day: int, by: User, resolution: str) -> Alert:
    alert = make_alert(make_check_in(episode, day))
    return alerts.resolve(alert=alert, by=by, resolution=resolution)


def test_rules_count_what_came_of_their_alerts(
    pats_episode: Episode, ada: User, clinic_a: Clinic
) -> None:
    for day, reason in enumerate(["advice_given", "visit_booked", "expected_course"]):
        closed(pats_episode, day, ada, reason)
    make_alert(make_check_in(pats_episode, 3))

    (rule,) = precision.of_rules(clinic_a, days=28)

    assert (rule.rule_id, rule.opened, rule.resolved, rule.useful) == ("R07", 4, 3, 2)
    assert rule.reasons == {
        "advice_given": 1,
        "visit_booked": 1,
        "expected_course": 1,
    }


@pytest.mark.parametrize(
    ("level", "waited", "target"),
    [
        (Level.EMERGENCY, timedelta(minutes=5), timedelta(minutes=15)),
        (Level.URGENT, timedelta(minutes=50), timedelta(hours=2)),
        (Level.SOON, timedelta(hours=3), timedelta(days=1)),
    ],
)
def test_wait_runs_from_the_alert_to_its_first_owner(
    pats_episode: Episode,
    ada: User,
    lena: User,
    clinic_a: Clinic,
    at: SetClock,
    level: Level,
    waited: timedelta,
    target: timedelta,
) -> None:
    at(MONDAY_NOON)
    alert = make_alert(make_check_in(pats_episode, 1), level=level)
    at(MONDAY_NOON + waited)
    alerts.acknowledge(alert=alert, by=ada)
    at(MONDAY_NOON + timedelta(days=2))
    alerts.take_over(alert=alert, by=lena)

    (rule,) = precision.of_rules(clinic_a, days=28)

    assert rule.median_wait == waited
    assert rule.target == target
    assert rule.in_time == 1


def test_old_alerts_and_other_clinics_are_left_out(
    pats_episode: Episode, ada: User, clinic_a: Clinic, clinic_b: Clinic
) -> None:
    old = closed(pats_episode, 1, ada, "advice_given")
    Alert.objects.filter(pk=old.pk).update(created_at=clock.now() - timedelta(days=29))
    make_alert(make_check_in(make_episode(make_patient(clinic_b)), 1))

    assert precision.of_rules(clinic_a, days=28) == []
    assert [r.opened for r in precision.of_rules(clinic_a, days=90)] == [1]


def test_load_counts_check_ins_at_soon_or_above_and_their_rules(
    clinic_a: Clinic, clinic_b: Clinic
) -> None:
    episode = make_episode(make_patient(clinic_a), day=60)
    judge(episode, 1, symptoms=NUMB)
    judge(episode, 50, symptoms=NUMB, temperature_c=38.5)
    judge(episode, 51, temperature_c=37.6)
    judge(episode, 52)
    judge(make_episode(make_patient(clinic_b), day=60), 52, symptoms=NUMB)

    month, quarter = precision.loads(clinic_a)

    assert (month.days, month.check_ins, month.alerts, month.load) == (28, 3, 1, 33.33)
    assert (quarter.days, quarter.check_ins, quarter.alerts) == (90, 4, 2)
    assert month.spoke == {"R11": 1, "R07": 1}
    assert quarter.spoke == {"R07": 2, "R11": 1}


def test_first_day_of_a_stretch_counts_and_the_one_before_does_not(
    clinic_a: Clinic,
) -> None:
    episode = make_episode(make_patient(clinic_a), day=60)
    for day in (32, 33, 60):
        judge(episode, day)

    assert precision.loads(clinic_a, [28])[0].check_ins == 2


def test_three_queries_whatever_there_is(
    clinic_a: Clinic, ada: User, django_assert_num_queries: Any
) -> None:
    episode = make_episode(make_patient(clinic_a), day=60)
    for day in (50, 51, 52):
        judge(episode, day, symptoms=NUMB)
        alert = make_alert(make_check_in(episode, day))
        alerts.resolve(alert=alert, by=ada, resolution="advice_given")

    with django_assert_num_queries(3):
        precision.loads(clinic_a)
        precision.of_rules(clinic_a, days=28)
