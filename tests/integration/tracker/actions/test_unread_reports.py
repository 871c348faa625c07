"""Nobody closes or sets aside what the patient reported since the page was opened."""

from datetime import timedelta

import pytest

from backend.accounts.models import User
from backend.common import clock
from backend.common.errors import Conflict
from tests.integration.tracker.actions.test_alerts import report
from tracker.actions import alerts
from tracker.actions.alerts import UnreadReport
from tracker.models import Alert, Episode


@pytest.fixture
def page(pats_episode: Episode, ada: User) -> Alert:
    """The alert as Ada's page shows it; the patient has reported again since."""
    report(pats_episode, "numbness_one_leg")
    alerts.acknowledge(alert=Alert.objects.get(), by=ada)
    shown = Alert.objects.get()
    report(pats_episode, "numbness_one_leg", note="Much worse")
    return shown


def close(alert: Alert, by: User, seen_reports: int | None) -> None:
    alerts.resolve(
        alert=alert, by=by, resolution="advice_given", seen_reports=seen_reports
    )


def set_aside(alert: Alert, by: User, seen_reports: int | None) -> None:
    until = clock.now() + timedelta(hours=2)
    alerts.snooze(
        alert=alert, by=by, until=until, reason="Seen", seen_reports=seen_reports
    )


def test_an_old_page_closes_and_sets_aside_nothing(page: Alert, ada: User) -> None:
    for action in (close, set_aside):
        with pytest.raises(UnreadReport):
            action(page, ada, 1)

    alert = Alert.objects.get()
    assert (alert.status, alert.reports, alert.snoozed_until) == ("open", 2, None)


def test_the_page_that_shows_it_closes_it(page: Alert, ada: User) -> None:
    close(page, ada, 2)

    assert Alert.objects.get().status == "resolved"


def test_who_took_it_again_has_read_it(page: Alert, ada: User) -> None:
    alerts.acknowledge(alert=Alert.objects.get(), by=ada)

    close(page, ada, 1)

    assert Alert.objects.get().status == "resolved"


def test_unasked_nothing_is_checked(page: Alert, ada: User) -> None:
    close(page, ada, None)

    assert Alert.objects.get().status == "resolved"


def test_what_became_an_emergency_meanwhile_is_not_set_aside(
    pats_episode: Episode, ada: User
) -> None:
    report(pats_episode, "weakness_one_leg")
    stale = Alert.objects.get(rule_id="R06")
    alerts.acknowledge(alert=stale, by=ada)
    report(pats_episode, "foot_drop")

    with pytest.raises(Conflict) as refused:
        set_aside(stale, ada, None)

    alert = Alert.objects.get(rule_id="R06")
    assert refused.value.code == "never_snoozed"
    assert (alert.level, alert.status, alert.snoozed_until) == (4, "open", None)
