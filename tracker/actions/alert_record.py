"""What every change of an alert shares: the lock, the story, the call for an owner."""

from uuid import UUID

from backend.accounts.models import User
from backend.audit import recorder
from backend.common import clock
from tracker.actions import alert_messages
from tracker.clinical.alert_lifecycle import CALLS_AT_ONCE
from tracker.clinical.triage.note_question import WAITS
from tracker.models import Alert, AlertEvent, CaseloadRow, CheckIn

OWNERSHIP = [
    "status",
    "waiting_since",
    "escalation_step",
    "snoozed_until",
    "acknowledged_at",
    "acknowledged_by",
]


def lock(episode_id: UUID) -> CaseloadRow:
    """Hold the episode's row of the caseload until the transaction ends.

    A check-in takes it first too: whoever took an alert before its row could stand
    in the way of the report that the alert is about.
    """
    return CaseloadRow.objects.select_for_update().get(pk=episode_id)


def first_step(level: int) -> int:
    """The step an alert of this level begins with: -1 where nobody is called yet."""
    return 0 if level in CALLS_AT_ONCE else -1


def call_for_an_owner(alert: Alert) -> None:
    """Open again, with a new clock, and call the first people once more."""
    alert.status = Alert.Status.OPEN
    alert.waiting_since = clock.now()
    alert.escalation_step = first_step(alert.level)
    alert.snoozed_until = None
    alert.acknowledged_at = alert.acknowledged_by = None
    alert.save(update_fields=OWNERSHIP)
    if alert.escalation_step == 0:
        alert_messages.send(alert=alert, step=0)


def ask_the_patient_first(alert: Alert) -> None:
    """Open, but call nobody until the patient had time to answer.

    Without an answer the sweep makes the first call when the time is over.
    """
    alert.status = Alert.Status.OPEN
    alert.waiting_since = clock.now() + WAITS
    alert.escalation_step = -1
    alert.snoozed_until = None
    alert.acknowledged_at = alert.acknowledged_by = None
    alert.save(update_fields=OWNERSHIP)


def step(
    alert: Alert,
    kind: str,
    *,
    by: User | None = None,
    note: str = "",
    check_in: CheckIn | None = None,
) -> None:
    """Add one step to the alert's story and to the audit trail."""
    AlertEvent.objects.create(
        alert=alert, kind=kind, by=by, note=note, level=alert.level, check_in=check_in
    )
    recorder.record(
        f"alert.{kind}", by=by or "triage", target=alert, rule=alert.rule_id
    )
