"""An alert from its opening to its end, and whom it calls on the way."""

import threading
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from backend.accounts.models import Membership, User
from backend.common import clock
from backend.common.errors import Conflict, DomainError
from reminders.models import Message
from tracker import tasks
from tracker.actions import alert_reports, alerts, check_ins
from tracker.actions.alerts import AlreadyTaken
from tracker.clinical.levels import Level
from tracker.clinical.triage.wording.table import words_for
from tracker.models import (
    Alert,
    CaseloadRow,
    CheckIn,
    Episode,
    Patient,
    TriageEvaluation,
)
from tracker.queries import alert_clock
from tracker.reminder_kinds import AlertNotice

NOON = datetime(2026, 5, 6, 16, 0, tzinfo=UTC)
SetClock = Callable[[datetime], None]


def report(episode: Episode, *symptoms: str, **answers: Any) -> CheckIn:
    from backend.common import clock

    key = uuid.uuid4()
    check_ins.submit(
        check_in_id=key,
        raw={
            "local_date": clock.local_today(episode.patient.zone).isoformat(),
            "recorded_at": clock.now().isoformat(),
            "pain": 5,
            "symptoms": [{"code": code, "change": "new"} for code in symptoms],
            **answers,
        },
        by=episode.patient.user,
    )
    return CheckIn.objects.get(pk=key)


@pytest.fixture
def emergency(pats_episode: Episode, ada: User) -> Alert:
    report(pats_episode, "saddle_numbness")
    return Alert.objects.get()


def kinds(alert: Alert) -> list[str]:
    return list(alert.events.order_by("created_at").values_list("kind", flat=True))


def test_acknowledging_twice_is_harmless(emergency: Alert, ada: User) -> None:
    alerts.acknowledge(alert=emergency, by=ada)
    alerts.acknowledge(alert=emergency, by=ada)

    assert kinds(emergency) == ["opened", "acknowledged"]
    row = CaseloadRow.objects.get()
    assert (row.alert_level, row.unowned_level, row.waiting_since) == (4, 0, None)


def test_the_second_clinician_learns_who_has_it(
    emergency: Alert, ada: User, lena: User
) -> None:
    alerts.acknowledge(alert=emergency, by=ada)

    with pytest.raises(AlreadyTaken) as taken:
        alerts.acknowledge(alert=emergency, by=lena)

    assert taken.value.extra["owner"]["name"] == "Ada Reyes"


def test_resolving_needs_a_known_reason(emergency: Alert, ada: User) -> None:
    with pytest.raises(DomainError):
        alerts.resolve(alert=emergency, by=ada, resolution="")

    emergency.refresh_from_db()
    assert emergency.status == "open"


def test_a_resolved_alert_leaves_the_worklist_and_a_new_report_opens_another(
    emergency: Alert, ada: User, pats_episode: Episode
) -> None:
    alerts.resolve(alert=emergency, by=ada, resolution="sent_to_emergency")
    assert CaseloadRow.objects.get().live_alerts == 0

    report(pats_episode, "saddle_numbness")

    assert Alert.objects.count() == 2
    assert CaseloadRow.objects.get().unowned_level == 4


def test_a_higher_level_raises_the_alert_and_asks_for_an_owner_again(
    pats_episode: Episode, ada: User
) -> None:
    report(pats_episode, "weakness_one_leg")
    alert = Alert.objects.get()
    assert (alert.rule_id, alert.level) == ("R06", 3)
    alerts.acknowledge(alert=alert, by=ada)

    report(pats_episode, "weakness_one_leg", "foot_drop")

    alert.refresh_from_db()
    assert (alert.level, alert.status, alert.acknowledged_by) == (4, "open", None)
    assert kinds(alert)[-1] == "raised"
    assert Message.objects.filter(recipient=ada).count() == 2


def test_a_milder_repeat_never_lowers_the_alert(
    pats_episode: Episode, ada: User
) -> None:
    report(pats_episode, "weakness_one_leg", "foot_drop")
    report(pats_episode, "weakness_one_leg")

    alert = Alert.objects.get()
    assert (alert.level, alert.reports) == (4, 2)
    assert alert.finding["level"] == "emergency"


def test_an_emergency_cannot_be_set_aside(emergency: Alert, ada: User) -> None:
    from backend.common import clock

    with pytest.raises(Conflict):
        alerts.snooze(
            alert=emergency,
            by=ada,
            until=clock.now() + timedelta(hours=1),
            reason="later",
        )


def test_undo_takes_back_one_step_at_a_time(
    emergency: Alert, ada: User, at: SetClock
) -> None:
    alerts.resolve(alert=emergency, by=ada, resolution="data_error")

    assert alerts.undo(alert=emergency, by=ada).status == "acknowledged"
    assert alerts.undo(alert=emergency, by=ada).status == "open"
    with pytest.raises(Conflict):
        alerts.undo(alert=emergency, by=ada)


def test_undo_is_refused_after_ten_minutes_and_to_others(
    pats_episode: Episode, ada: User, lena: User, at: SetClock
) -> None:
    report(pats_episode, "saddle_numbness")
    alert = alerts.resolve(alert=Alert.objects.get(), by=ada, resolution="advice_given")

    with pytest.raises(Conflict):
        alerts.undo(alert=alert, by=lena)
    at(alert.resolved_at + timedelta(minutes=11))
    with pytest.raises(Conflict):
        alerts.undo(alert=alert, by=ada)


def test_an_urgent_repeat_asks_for_an_owner_again(
    pats_episode: Episode, ada: User
) -> None:
    """Nobody can own what they have not read."""
    report(pats_episode, "saddle_numbness")
    alert = alerts.acknowledge(alert=Alert.objects.get(), by=ada)

    report(pats_episode, "saddle_numbness")

    alert.refresh_from_db()
    assert (alert.status, alert.acknowledged_by, alert.reports) == ("open", None, 2)
    assert Message.objects.filter(recipient=ada).count() == 2
    assert CaseloadRow.objects.get().unowned_level == 4


def test_an_alert_handed_back_calls_again(emergency: Alert, ada: User) -> None:
    alerts.acknowledge(alert=emergency, by=ada)

    alerts.hand_back(alert=emergency, by=ada)

    assert emergency.status == "open"
    assert Message.objects.filter(recipient=ada).count() == 2


def test_undoing_a_take_calls_again(emergency: Alert, ada: User) -> None:
    alerts.acknowledge(alert=emergency, by=ada)
    alerts.undo(alert=emergency, by=ada)

    assert Message.objects.filter(recipient=ada).count() == 2


def test_a_colleague_takes_over_and_the_story_says_so(
    emergency: Alert, ada: User, lena: User
) -> None:
    alerts.acknowledge(alert=emergency, by=ada)

    alerts.take_over(alert=emergency, by=lena)

    assert emergency.acknowledged_by == lena
    assert kinds(emergency)[-1] == "taken over"
    with pytest.raises(Conflict):
        alerts.hand_back(alert=emergency, by=ada)
    assert (
        alerts.resolve(alert=emergency, by=lena, resolution="advice_given").resolved_by
        == lena
    )


def test_time_aside_ends_by_itself(
    pats_episode: Episode, ada: User, at: SetClock
) -> None:
    from backend.common import clock

    report(pats_episode, "weakness_one_leg")
    alert = Alert.objects.get()
    until = clock.now() + timedelta(hours=1)
    alerts.snooze(alert=alert, by=ada, until=until, reason="visit at noon")
    assert tasks.escalate_overdue_alerts() == 0

    at(until + timedelta(seconds=1))

    assert tasks.escalate_overdue_alerts() == 1
    alert.refresh_from_db()
    assert (alert.status, alert.snoozed_until) == ("open", None)
    assert Message.objects.filter(recipient=ada).count() == 2


def test_one_failing_alert_does_not_stand_in_the_way(
    pats_episode: Episode, ada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    report(pats_episode, "saddle_numbness", "site_discharge")
    first, second = Alert.objects.order_by("waiting_since")
    for alert in (first, second):
        _wait(alert, minutes=250)
    real = alert_reports.escalate

    def broken(*, alert_id: uuid.UUID) -> bool:
        if alert_id == first.pk:
            raise RuntimeError("planted")
        return real(alert_id=alert_id)

    monkeypatch.setattr(alert_reports, "escalate", broken)

    with pytest.raises(RuntimeError, match="planted"):
        tasks.escalate_overdue_alerts()
    second.refresh_from_db()
    assert second.escalation_step > 0


@pytest.mark.django_db(transaction=True)
def test_taking_an_alert_while_the_patient_repeats_it_never_deadlocks(
    pat: Patient, ada: User
) -> None:
    report(pat.episodes.get(), "saddle_numbness")
    failures: list[Exception] = []

    def run(act: Callable[[], object]) -> None:
        try:
            for _ in range(12):
                act()
        except Exception as error:  # noqa: BLE001  (shown by the test itself)
            failures.append(error)
        finally:
            connection.close()

    def take() -> None:
        alerts.take_over(alert=Alert.objects.get(), by=ada)

    jobs = [lambda: report(pat.episodes.get(), "saddle_numbness"), take]
    threads = [threading.Thread(target=run, args=[job]) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert Alert.objects.get().reports == 13


def test_an_earlier_entry_that_cannot_be_read_is_an_alert_not_an_error(
    pats_episode: Episode, ada: User
) -> None:
    old = report(pats_episode)
    CheckIn.objects.filter(pk=old.pk).update(answers={"recorded_at": "never"})

    report(pats_episode)

    assert Alert.objects.get().rule_id == "R00"


def test_an_unowned_emergency_calls_the_next_people_until_somebody_owns_it(
    pats_episode: Episode,
    ada: User,
    lena: User,
    cleo: User,
    at: SetClock,
) -> None:
    Membership.objects.filter(user=lena).update(contact_order=2)
    began = clock.now()
    at(began)
    report(pats_episode, "saddle_numbness")
    for minute in range(0, 61, 5):
        at(began + timedelta(minutes=minute))
        tasks.escalate_overdue_alerts()

    assert sorted(
        ((m.created_at - began).seconds // 60, m.recipient.name)
        for m in Message.objects.select_related("recipient")
    ) == [
        (0, "Ada Reyes"),
        (5, "Ada Reyes"),
        (10, "Ada Reyes"),
        (15, "Lena Ito"),
        (20, "Lena Ito"),
        *[(30, name) for name in ("Ada Reyes", "Cleo Park", "Lena Ito")],
        *[(45, name) for name in ("Ada Reyes", "Cleo Park", "Lena Ito")],
        *[(60, name) for name in ("Ada Reyes", "Cleo Park", "Lena Ito")],
    ]


def test_who_may_not_own_an_emergency_is_asked_to_reach_somebody_who_may(
    pats_episode: Episode, ada: User, max_admin: User
) -> None:
    report(pats_episode, "saddle_numbness")
    alert = Alert.objects.get()
    Message.objects.all().delete()
    _wait(alert, minutes=30)
    tasks.escalate_overdue_alerts()

    words = AlertNotice().wording(alert.pk, max_admin)

    assert Message.objects.filter(recipient=max_admin).exists()
    assert (words.path, "Reach a clinician" in words.body) == ("/", True)
    assert AlertNotice().wording(alert.pk, ada).path == f"/clinic/alerts/{alert.pk}"


def test_urgent_alert_calls_only_who_may_own_it(
    pats_episode: Episode, ada: User, max_admin: User
) -> None:
    report(pats_episode, "saddle_numbness")
    Alert.objects.update(level=Level.URGENT)
    Message.objects.all().delete()
    _wait(Alert.objects.get(), minutes=24 * 60)
    tasks.escalate_overdue_alerts()

    called = {message.recipient for message in Message.objects.all()}
    assert called == {ada}


def _wait(alert: Alert, *, minutes: int) -> None:
    Alert.objects.filter(pk=alert.pk).update(
        waiting_since=clock.now() - timedelta(minutes=minutes, seconds=1)
    )


def test_an_owned_alert_calls_nobody(emergency: Alert, ada: User) -> None:
    alerts.acknowledge(alert=emergency, by=ada)
    _wait(emergency, minutes=90)
    before = Message.objects.count()

    assert tasks.escalate_overdue_alerts() == 0
    assert Message.objects.count() == before


def test_two_sweeps_at_once_call_once(emergency: Alert) -> None:
    _wait(emergency, minutes=16)

    assert [alert_reports.escalate(alert_id=emergency.pk) for _ in range(2)] == [
        True,
        False,
    ]


def test_a_clinic_without_clinicians_still_opens_the_alert(
    pats_episode: Episode,
) -> None:
    report(pats_episode, "saddle_numbness")

    assert Alert.objects.get().status == "open"
    assert Message.objects.count() == 0


def test_the_sweep_evaluates_what_was_stored_without_evaluation(
    pats_episode: Episode, ada: User
) -> None:
    check_in = report(pats_episode, "saddle_numbness")
    _forget_evaluation(check_in)

    assert tasks.evaluate_missed_check_ins() == 1
    assert tasks.evaluate_missed_check_ins() == 0
    assert TriageEvaluation.objects.get(check_in=check_in).level == 4
    assert Alert.objects.get().rule_id == "R03"


def _forget_evaluation(check_in: CheckIn) -> None:
    """As if the process had died before the rules ran."""
    from tracker.models import AlertEvent

    TriageEvaluation.objects.filter(check_in=check_in).delete()
    AlertEvent.objects.all().delete()
    Alert.objects.all().delete()


def test_a_milder_correction_keeps_the_faster_clock(
    pats_episode: Episode, ada: User
) -> None:
    fever = {"temperature": {"value": 38.5, "unit": "C"}}
    first = report(pats_episode, "shaking_chills", **fever)
    alert = Alert.objects.get(rule_id="R11")
    by_then = alert_clock.due_by(alert)

    report(pats_episode, corrects=str(first.pk), **fever)

    alert.refresh_from_db()
    assert alert.finding["tags"] == ["infection_workup"]
    assert alert_clock.due_by(alert) == by_then
    words = words_for("R11", Level.URGENT, ["infection_workup"])
    assert alert.finding["would_clear"] == words.clears


UNSEEN = "\u200b\u00a0\ufeff"


def test_a_note_that_nobody_can_see_is_no_step(emergency: Alert, ada: User) -> None:
    before = kinds(emergency)

    with pytest.raises(DomainError):
        alerts.add_note(alert=emergency, by=ada, note=UNSEEN)

    assert kinds(emergency) == before


def test_a_reason_that_nobody_can_see_sets_nothing_aside(
    pats_episode: Episode, ada: User
) -> None:
    report(pats_episode, "numbness_one_leg")
    alert = Alert.objects.get()

    with pytest.raises(DomainError):
        alerts.snooze(
            alert=alert,
            by=ada,
            until=clock.now() + timedelta(hours=1),
            reason=UNSEEN,
        )

    alert.refresh_from_db()
    assert (alert.snoozed_until, alert.acknowledged_at) == (None, None)


def test_advice_that_nobody_can_see_is_no_message(emergency: Alert, ada: User) -> None:
    alerts.resolve(
        alert=emergency, by=ada, resolution="visit_booked", advice_given=UNSEEN
    )

    assert emergency.advice_given == ""
