from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from reminders.actions import plan
from reminders.models import DueReminder
from reminders.scheduling.pace import CLOSER, RARER
from tracker.actions import check_in_reminders
from tracker.models import CaseloadRow
from tracker.queries import pace

CALM = [[day, 3.0 + day % 2] for day in range(10)]


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ({}, None),
        ({"alert_level": 2, "live_alerts": 1}, CLOSER),
        ({"alert_level": 1, "live_alerts": 1}, None),
        ({"change": Decimal("2.0")}, CLOSER),
        ({"change": Decimal("1.9")}, None),
        ({"trend": CALM}, RARER),
        ({"trend": CALM[1:]}, None),
        ({"trend": [*CALM, [10, 4.5]]}, None),
        ({"trend": CALM, "alert_level": 1, "live_alerts": 1}, None),
        ({"trend": CALM, "change": Decimal("2.0")}, CLOSER),
        ({"trend": CALM, "is_active": False}, None),
    ],
)
def test_pace_follows_how_the_person_is(pats_episode, summary, expected):
    CaseloadRow.objects.filter(episode=pats_episode).update(**summary)

    assert pace.of_episodes([pats_episode.pk]).get(pats_episode.pk) == expected


def test_flare_brings_the_daily_question_back(pats_episode):
    check_in_reminders.follow_plan(episode=pats_episode, by="test")
    late = pats_episode.procedure.performed_on + timedelta(days=60)
    morning = datetime(late.year, late.month, late.day, 10, tzinfo=UTC)
    dates = DueReminder.objects.filter(
        schedule__kind="check_in", slot=0, local_date__gte=late
    )

    plan.plan_due(morning)
    assert dates.count() == 0
    CaseloadRow.objects.filter(episode=pats_episode).update(change=Decimal(3))
    plan.plan_due(morning + timedelta(days=1))

    assert [row.local_date for row in dates] == [late + timedelta(days=2)]
