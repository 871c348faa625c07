"""The system's side of alerts: open, repeat, raise, escalate, wake."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import transaction

from backend.common import clock
from tracker.actions import alert_messages, caseload
from tracker.actions.alert_record import (
    ask_the_patient_first,
    call_for_an_owner,
    lock,
    step,
)
from tracker.clinical import alert_lifecycle
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.note_question import ASKS_FIRST, with_open_questions
from tracker.clinical.triage.wording.table import words_for
from tracker.models import Alert, CheckIn, EpisodeEvaluation
from tracker.queries import alert_calls, alert_clock

Status = Alert.Status
Cause = CheckIn | EpisodeEvaluation
REPORTED = [
    "reports",
    "last_report_at",
    "check_in",
    "evaluation",
    "finding",
    "level",
]


@transaction.atomic
def report(
    *,
    cause: Cause,
    findings: Iterable[Finding],
    ruleset: str,
    may_ask: bool = False,
) -> None:
    """Put every finding that needs staff in front of them.

    The cause is the stored entry, or the evaluation where no entry was judged. One
    live alert per episode and rule. A repeat adds to it; a higher level, or an urgent
    repeat of one that somebody owns, asks for an owner again, for nobody can own what
    they have not read. With `may_ask` the patient is there to say what a note meant:
    the calls about it wait for the answer for a while.
    """
    opening = [f for f in findings if f.level in alert_lifecycle.OPENS_ALERT]
    if not opening:
        return
    row = lock(cause.episode_id)
    live = {
        alert.rule_id: alert
        for alert in Alert.objects.filter(episode_id=cause.episode_id).exclude(
            status=Status.RESOLVED
        )
    }
    for finding in opening:
        if finding.rule_id in live:
            alert = live[finding.rule_id]
            must_call = _repeat(alert, finding, cause)
        else:
            alert = _open(finding, cause, ruleset, clinic_id=row.clinic_id)
            must_call = True
        if must_call:
            _call(alert, asks=may_ask and finding.rule_id == ASKS_FIRST)
    caseload.refresh_alerts(episode_id=cause.episode_id)


def _columns(cause: Cause) -> dict[str, Any]:
    """An alert has one cause, the newest: setting it clears the other kind."""
    if isinstance(cause, CheckIn):
        return {"check_in": cause, "evaluation": None}
    return {"check_in": None, "evaluation": cause}


def _call(alert: Alert, *, asks: bool) -> None:
    if asks:
        ask_the_patient_first(alert)
    else:
        call_for_an_owner(alert)


def _open(finding: Finding, cause: Cause, ruleset: str, *, clinic_id: UUID) -> Alert:
    alert = Alert.objects.create(
        clinic_id=clinic_id,
        episode_id=cause.episode_id,
        rule_id=finding.rule_id,
        ruleset=ruleset,
        level=finding.level,
        finding=finding.as_json(),
        last_report_at=clock.now(),
        **_columns(cause),
    )
    step(alert, "opened", check_in=alert.check_in)
    return alert


def _repeat(alert: Alert, finding: Finding, cause: Cause) -> bool:
    """Add a report to a live alert; whether it asks for an owner anew."""
    is_raised = finding.level > alert.level
    was_owned = alert.status == Status.ACKNOWLEDGED
    alert.reports += 1
    alert.last_report_at = clock.now()
    for column, value in _columns(cause).items():
        setattr(alert, column, value)
    if finding.level >= alert.level:
        before = Finding.from_json(alert.finding)
        newest = with_open_questions(finding, before)
        alert.finding = _with_tags_of(before, newest).as_json()
    alert.level = max(alert.level, finding.level)
    alert.save(update_fields=REPORTED)
    step(alert, "raised" if is_raised else "repeated", check_in=alert.check_in)
    return is_raised or (was_owned and finding.level in alert_lifecycle.CALLS_AT_ONCE)


def _with_tags_of(before: Finding, newest: Finding) -> Finding:
    """A repeat at the same level keeps every tag, for one may set a faster clock."""
    tags = (*newest.tags, *(tag for tag in before.tags if tag not in newest.tags))
    if newest.level != before.level or tags == newest.tags:
        return newest
    clears = words_for(newest.rule_id, newest.level, tags).clears
    return replace(newest, tags=tags, would_clear=clears)


@transaction.atomic
def escalate(*, alert_id: UUID) -> bool:
    """Message the next people where nobody has owned the alert in time, or can."""
    alert = (
        Alert.objects.select_for_update(skip_locked=True)
        .filter(pk=alert_id, status=Status.OPEN)
        .first()
    )
    if alert is None:
        return False
    due = alert_clock.step_due(alert, clock.now())
    if due <= alert.escalation_step:
        return _call_others(alert)
    alert.escalation_step = due
    alert.save(update_fields=["escalation_step"])
    step(alert, "escalated")
    alert_messages.send(alert=alert, step=due)
    return True


def _call_others(alert: Alert) -> bool:
    """With the same step, where it reaches nobody; its clock goes on as before."""
    others = alert_messages.others(alert) if alert_calls.in_vain([alert]) else []
    if not others:
        return False
    step(alert, "escalated")
    alert_messages.call(others, alert=alert, step=alert.escalation_step)
    return True


@transaction.atomic
def wake(*, alert_id: UUID, episode_id: UUID) -> bool:
    """Bring an alert back whose time aside is over."""
    lock(episode_id)
    alert = Alert.objects.filter(
        pk=alert_id, status=Status.ACKNOWLEDGED, snoozed_until__lte=clock.now()
    ).first()
    if alert is None:
        return False
    step(alert, "woken")
    call_for_an_owner(alert)
    caseload.refresh_alerts(episode_id=episode_id)
    return True
