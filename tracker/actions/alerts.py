"""Open, repeat, raise, acknowledge, note, snooze, resolve, reopen, escalate."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NoReturn
from uuid import UUID

from django.db import transaction

from backend.accounts.models import User
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput
from tracker.actions import alert_messages, caseload
from tracker.clinical import alert_lifecycle
from tracker.clinical.levels import Level
from tracker.clinical.triage.findings import Finding
from tracker.models import Alert, AlertEvent, CheckIn, Episode

Status = Alert.Status
UNDO_WITHIN = timedelta(minutes=10)
LONGEST_SNOOZE = timedelta(days=3)


class AlreadyTaken(Conflict):
    """Somebody else owns the alert; the answer names them."""

    code = "already_taken"

    def __init__(self, owner: User) -> None:
        super().__init__(
            f"{owner.get_full_name()} already has this alert.",
            owner={"id": str(owner.pk), "name": owner.get_full_name()},
        )


@transaction.atomic
def report(*, check_in: CheckIn, findings: Iterable[Finding], ruleset: str) -> None:
    """Put every finding that needs staff in front of them.

    One live alert per episode and rule: a repeat adds to it, a higher level
    raises it and asks for an owner again.
    """
    opening = [f for f in findings if f.level in alert_lifecycle.OPENS_ALERT]
    if not opening:
        return
    # One report of an episode at a time, so that two cannot open the same alert.
    Episode.objects.select_for_update().get(pk=check_in.episode_id)
    live = {
        alert.rule_id: alert
        for alert in Alert.objects.filter(episode_id=check_in.episode_id).exclude(
            status=Status.RESOLVED
        )
    }
    for finding in opening:
        if finding.rule_id in live:
            _repeat(live[finding.rule_id], finding, check_in)
        else:
            _open(finding, check_in, ruleset)
    caseload.refresh_alerts(episode_id=check_in.episode_id)


def _open(finding: Finding, check_in: CheckIn, ruleset: str) -> None:
    now = clock.now()
    alert = Alert.objects.create(
        clinic_id=check_in.clinic_id,
        episode_id=check_in.episode_id,
        rule_id=finding.rule_id,
        ruleset=ruleset,
        level=finding.level,
        finding=finding.as_json(),
        check_in=check_in,
        last_report_at=now,
        waiting_since=now,
    )
    _step(alert, "opened", check_in=check_in)
    alert_messages.send(alert=alert, step=0)


def _repeat(alert: Alert, finding: Finding, check_in: CheckIn) -> None:
    is_raised = finding.level > alert.level
    alert.reports += 1
    alert.last_report_at = clock.now()
    alert.check_in = check_in
    fields = ["reports", "last_report_at", "check_in"]
    if finding.level >= alert.level:
        alert.finding = finding.as_json()
        fields.append("finding")
    if is_raised:
        alert.level = finding.level
        fields += ["level", *_ask_for_an_owner(alert)]
    alert.save(update_fields=fields)
    _step(alert, "raised" if is_raised else "repeated", check_in=check_in)
    if is_raised:
        alert_messages.send(alert=alert, step=0)


def _ask_for_an_owner(alert: Alert) -> list[str]:
    """Back to open, with a new clock. Returns the fields that changed."""
    alert.status = Status.OPEN
    alert.waiting_since = clock.now()
    alert.escalation_step = 0
    alert.snoozed_until = None
    alert.acknowledged_at = alert.acknowledged_by = None
    return [
        "status",
        "waiting_since",
        "escalation_step",
        "snoozed_until",
        "acknowledged_at",
        "acknowledged_by",
    ]


@transaction.atomic
def acknowledge(*, alert: Alert, by: User) -> Alert:
    """Take responsibility for an alert. Doing it twice is harmless."""
    taken = Alert.objects.filter(pk=alert.pk, status=Status.OPEN).update(
        status=Status.ACKNOWLEDGED, acknowledged_at=clock.now(), acknowledged_by=by
    )
    alert.refresh_from_db()
    if taken:
        _staff_step(alert, "acknowledged", by)
        caseload.refresh_alerts(episode_id=alert.episode_id)
    elif alert.status == Status.RESOLVED:
        raise Conflict("This alert is already closed.", code="already_resolved")
    elif alert.acknowledged_by is not None and alert.acknowledged_by != by:
        # Two clinicians pressed at once: the second one must learn who has it.
        raise AlreadyTaken(alert.acknowledged_by)
    return alert


@transaction.atomic
def add_note(*, alert: Alert, by: User, note: str) -> Alert:
    """Add to the story of an alert, open or closed."""
    if not note.strip():
        _refuse("note", "required", "Write the note first.")
    _staff_step(alert, "noted", by, note=note.strip()[:4000])
    return alert


@transaction.atomic
def snooze(*, alert: Alert, by: User, until: datetime, reason: str) -> Alert:
    """Set an owned alert aside until a moment at most three days away.

    An emergency cannot be set aside.
    """
    if alert.level >= Level.EMERGENCY:
        raise Conflict("An emergency cannot be set aside.", code="never_snoozed")
    if not clock.now() < until <= clock.now() + LONGEST_SNOOZE:
        _refuse("until", "out_of_range", "Choose a time within the next three days.")
    if not reason.strip():
        _refuse("reason", "required", "Say why this can wait.")
    acknowledge(alert=alert, by=by)
    alert.snoozed_until = until
    alert.save(update_fields=["snoozed_until"])
    _staff_step(alert, "snoozed", by, note=reason.strip()[:4000])
    return alert


@transaction.atomic
def resolve(
    *, alert: Alert, by: User, resolution: str, advice_given: str = ""
) -> Alert:
    """Close an alert with a reason and, if wished, words for the patient."""
    if resolution not in alert_lifecycle.RESOLUTION_REASONS:
        _refuse("resolution", "unknown_code", "Choose how this alert ended.")
    acknowledge(alert=alert, by=by)
    now = clock.now()
    closed = Alert.objects.filter(pk=alert.pk, status=Status.ACKNOWLEDGED).update(
        status=Status.RESOLVED,
        resolved_at=now,
        resolved_by=by,
        resolution=resolution,
        advice_given=advice_given.strip()[:2000],
        snoozed_until=None,
    )
    alert.refresh_from_db()
    if closed:
        _staff_step(alert, "resolved", by, note=advice_given.strip()[:2000])
        caseload.refresh_alerts(episode_id=alert.episode_id)
    return alert


@transaction.atomic
def undo(*, alert: Alert, by: User) -> Alert:
    """Take back the last step within ten minutes: closed -> owned -> open."""
    alert = Alert.objects.select_for_update().get(pk=alert.pk)
    now = clock.now()
    if alert.resolved_at and alert.resolved_by == by:
        _still_undoable(alert.resolved_at, now)
        if _live_twin(alert):
            raise Conflict("The patient has reported this again since.")
        alert.status, alert.resolution, alert.advice_given = (
            Status.ACKNOWLEDGED, "", "",
        )  # fmt: skip
        alert.resolved_at = alert.resolved_by = None
    elif alert.acknowledged_at and alert.acknowledged_by == by:
        _still_undoable(alert.acknowledged_at, now)
        alert.status = Status.OPEN
        alert.acknowledged_at = alert.acknowledged_by = alert.snoozed_until = None
    else:
        raise Conflict("There is no step of yours to take back.")
    alert.save()
    _staff_step(alert, "undone", by)
    caseload.refresh_alerts(episode_id=alert.episode_id)
    return alert


@transaction.atomic
def escalate(*, alert_id: UUID) -> bool:
    """Message the next people if nobody has owned the alert in time."""
    alert = (
        Alert.objects.select_for_update(skip_locked=True)
        .filter(pk=alert_id, status=Status.OPEN)
        .first()
    )
    if alert is None:
        return False
    due = alert_lifecycle.step_due(
        Level(alert.level), clock.now() - alert.waiting_since
    )
    if due <= alert.escalation_step:
        return False
    alert.escalation_step = due
    alert.save(update_fields=["escalation_step"])
    _step(alert, "escalated")
    alert_messages.send(alert=alert, step=due)
    return True


def _refuse(field: str, code: str, message: str) -> NoReturn:
    raise InvalidInput([{"field": field, "code": code, "message": message}])


def _live_twin(alert: Alert) -> bool:
    return (
        Alert.objects.filter(episode_id=alert.episode_id, rule_id=alert.rule_id)
        .exclude(status=Status.RESOLVED)
        .exists()
    )


def _still_undoable(done_at: datetime, now: datetime) -> None:
    if now - done_at > UNDO_WITHIN:
        raise Conflict("This can be taken back for ten minutes only.", code="too_late")


def _step(
    alert: Alert,
    kind: str,
    *,
    by: User | None = None,
    note: str = "",
    check_in: CheckIn | None = None,
) -> None:
    AlertEvent.objects.create(
        alert=alert, kind=kind, by=by, note=note, level=alert.level, check_in=check_in
    )
    if by is None:
        recorder.record(f"alert.{kind}", by="triage", target=alert, rule=alert.rule_id)


def _staff_step(alert: Alert, kind: str, by: User, note: str = "") -> None:
    _step(alert, kind, by=by, note=note)
    recorder.record(f"alert.{kind}", by=by, target=alert, rule=alert.rule_id)
