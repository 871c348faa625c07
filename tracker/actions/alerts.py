"""What staff do with an alert: take it, hand it on, note, set aside, close, undo."""

from datetime import datetime, timedelta
from typing import NoReturn

from django.db import transaction

from backend.accounts.models import User
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput
from backend.common.visible import trimmed
from tracker.actions import caseload
from tracker.actions.alert_record import call_for_an_owner, lock, step
from tracker.clinical import alert_lifecycle
from tracker.clinical.levels import Level
from tracker.models import Alert

Status = Alert.Status
UNDO_WITHIN = timedelta(minutes=10)
LONGEST_SNOOZE = timedelta(days=3)
LONGEST_NOTE = 4000
LONGEST_ADVICE = 2000


class AlreadyTaken(Conflict):
    """Somebody else owns the alert; the answer names them."""

    code = "already_taken"

    def __init__(self, owner: User) -> None:
        super().__init__(
            f"{owner.get_full_name()} already has this alert.",
            owner={"id": str(owner.pk), "name": owner.get_full_name()},
        )


class UnreadReport(Conflict):
    """The alert calls again because of a report that the person has not seen."""

    code = "unread_report"

    def __init__(self) -> None:
        super().__init__(
            "The patient has reported again since you opened this page. Read it first."
        )


@transaction.atomic
def acknowledge(*, alert: Alert, by: User) -> Alert:
    """Take responsibility for an alert. Doing it twice is harmless."""
    lock(alert.episode_id)
    taken = Alert.objects.filter(pk=alert.pk, status=Status.OPEN).update(
        status=Status.ACKNOWLEDGED, acknowledged_at=clock.now(), acknowledged_by=by
    )
    alert.refresh_from_db()
    if taken:
        step(alert, "acknowledged", by=by)
        caseload.refresh_alerts(episode_id=alert.episode_id)
    elif alert.status == Status.RESOLVED:
        raise Conflict("This alert is already closed.", code="already_resolved")
    elif alert.acknowledged_by is not None and alert.acknowledged_by != by:
        # Two clinicians pressed at once: the second one must learn who has it.
        raise AlreadyTaken(alert.acknowledged_by)
    return alert


@transaction.atomic
def take_over(*, alert: Alert, by: User) -> Alert:
    """Own an alert that a colleague owns, on purpose; the story names both."""
    lock(alert.episode_id)
    alert.refresh_from_db()
    if alert.status != Status.ACKNOWLEDGED or alert.acknowledged_by == by:
        return acknowledge(alert=alert, by=by)
    before = alert.acknowledged_by
    alert.acknowledged_at, alert.acknowledged_by = clock.now(), by
    alert.save(update_fields=["acknowledged_at", "acknowledged_by"])
    step(alert, "taken over", by=by, note=f"From {before.get_full_name()}")  # type: ignore[union-attr]
    return alert


@transaction.atomic
def hand_back(*, alert: Alert, by: User) -> Alert:
    """Give an alert of one's own back to the team: the calls start again."""
    lock(alert.episode_id)
    alert.refresh_from_db()
    if alert.status != Status.ACKNOWLEDGED or alert.acknowledged_by != by:
        raise Conflict("This alert is not yours to hand back.")
    step(alert, "handed back", by=by)
    call_for_an_owner(alert)
    caseload.refresh_alerts(episode_id=alert.episode_id)
    return alert


@transaction.atomic
def add_note(*, alert: Alert, by: User, note: str) -> Alert:
    """Add to the story of an alert, open or closed."""
    words = trimmed(note)
    if not words:
        _refuse("note", "required", "Write the note first.")
    step(alert, "noted", by=by, note=words[:LONGEST_NOTE])
    return alert


@transaction.atomic
def snooze(
    *,
    alert: Alert,
    by: User,
    until: datetime,
    reason: str,
    seen_reports: int | None = None,
) -> Alert:
    """Set an owned alert aside until a moment at most three days away.

    Then it comes back by itself. An emergency cannot be set aside. `seen_reports` is
    the number of reports that the person's page showed; not checked if left out.
    """
    lock(alert.episode_id)
    alert.refresh_from_db()
    _check_read(alert, seen_reports)
    if alert.level >= Level.EMERGENCY:
        raise Conflict("An emergency cannot be set aside.", code="never_snoozed")
    if not clock.now() < until <= clock.now() + LONGEST_SNOOZE:
        _refuse("until", "out_of_range", "Choose a time within the next three days.")
    words = trimmed(reason)
    if not words:
        _refuse("reason", "required", "Say why this can wait.")
    acknowledge(alert=alert, by=by)
    alert.snoozed_until = until
    alert.save(update_fields=["snoozed_until"])
    step(alert, "snoozed", by=by, note=words[:LONGEST_NOTE])
    return alert


@transaction.atomic
def resolve(
    *,
    alert: Alert,
    by: User,
    resolution: str,
    advice_given: str = "",
    seen_reports: int | None = None,
) -> Alert:
    """Close an alert with a reason and, if wished, words for the patient.

    `seen_reports` as in `snooze`.
    """
    if resolution not in alert_lifecycle.RESOLUTION_REASONS:
        _refuse("resolution", "unknown_code", "Choose how this alert ended.")
    lock(alert.episode_id)
    alert.refresh_from_db()
    _check_read(alert, seen_reports)
    acknowledge(alert=alert, by=by)
    words = trimmed(advice_given)[:LONGEST_ADVICE]
    closed = Alert.objects.filter(pk=alert.pk, status=Status.ACKNOWLEDGED).update(
        status=Status.RESOLVED,
        resolved_at=clock.now(),
        resolved_by=by,
        resolution=resolution,
        advice_given=words,
        snoozed_until=None,
    )
    alert.refresh_from_db()
    if closed:
        step(alert, "resolved", by=by, note=words)
        caseload.refresh_alerts(episode_id=alert.episode_id)
    return alert


@transaction.atomic
def undo(*, alert: Alert, by: User) -> Alert:
    """Take back the own last step within ten minutes: closed -> owned -> open.

    Open again, the calls start again.
    """
    lock(alert.episode_id)
    alert.refresh_from_db()
    if alert.resolved_at and alert.resolved_by == by:
        _still_undoable(alert.resolved_at)
        _reopen(alert)
        step(alert, "undone", by=by)
    elif alert.acknowledged_at and alert.acknowledged_by == by:
        _still_undoable(alert.acknowledged_at)
        step(alert, "undone", by=by)
        call_for_an_owner(alert)
    else:
        raise Conflict("There is no step of yours to take back.")
    caseload.refresh_alerts(episode_id=alert.episode_id)
    return alert


def _check_read(alert: Alert, seen_reports: int | None) -> None:
    is_open = alert.status == Status.OPEN
    if is_open and seen_reports is not None and seen_reports < alert.reports:
        raise UnreadReport


def _reopen(alert: Alert) -> None:
    twins = Alert.objects.filter(episode_id=alert.episode_id, rule_id=alert.rule_id)
    if twins.exclude(status=Status.RESOLVED).exists():
        raise Conflict("The patient has reported this again since.")
    alert.status = Status.ACKNOWLEDGED
    alert.resolution = alert.advice_given = ""
    alert.resolved_at = alert.resolved_by = None
    alert.save(
        update_fields=[
            "status",
            "resolution",
            "advice_given",
            "resolved_at",
            "resolved_by",
        ]
    )


def _still_undoable(done_at: datetime) -> None:
    if clock.now() - done_at > UNDO_WITHIN:
        raise Conflict("This can be taken back for ten minutes only.", code="too_late")


def _refuse(field: str, code: str, message: str) -> NoReturn:
    raise InvalidInput([{"field": field, "code": code, "message": message}])
