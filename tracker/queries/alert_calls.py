"""Who was called about an alert, when, and whether it can reach them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from backend.accounts.models import Membership, User
from reminders.models import Message
from tracker.models import Alert

LOST = (Message.State.DEAD, Message.State.CANCELLED, Message.State.EXPIRED)


@dataclass(frozen=True, slots=True)
class Call:
    name: str
    at: datetime
    is_lost: bool


def of_alert(alert: Alert) -> list[Call]:
    """The members of its clinic it was sent to, the first call first."""
    # By recipient and time, for which there is an index; by subject there is none.
    messages = Message.objects.filter(
        recipient__in=User.objects.filter(memberships__clinic=alert.clinic_id),
        created_at__gte=alert.created_at,
        subject_id=alert.pk,
    ).select_related("recipient")
    return [
        Call(
            message.recipient.get_full_name(),
            message.created_at,
            message.state == Message.State.DEAD,
        )
        for message in messages.order_by("created_at")
    ]


def key(alert: Alert, step: int, user_id: UUID) -> str:
    """Names one call. A raised alert starts its clock again, so its steps are new."""
    started = alert.waiting_since.astimezone(UTC).isoformat()
    return f"alert:{alert.pk}:{started}:{step}:{user_id}"


def with_step(alert: Alert) -> set[UUID]:
    """The users whom its newest step has called."""
    keys = [
        key(alert, alert.escalation_step, user_id)
        for user_id in _staff_of({alert.clinic_id})[alert.clinic_id]
    ]
    made = Message.objects.filter(dedupe_key__in=keys)
    return set(made.values_list("recipient_id", flat=True))


def in_vain(alerts: Collection[Alert]) -> set[UUID]:
    """Which of them have called somebody with their newest step, and reach nobody."""
    called = [alert for alert in alerts if alert.escalation_step >= 0]
    staff = _staff_of({alert.clinic_id for alert in called})
    keys = {
        key(alert, alert.escalation_step, user_id): alert.pk
        for alert in called
        for user_id in staff[alert.clinic_id]
    }
    alive = Message.objects.filter(dedupe_key__in=keys).exclude(state__in=LOST)
    names = set(alive.values_list("dedupe_key", flat=True))
    return {a.pk for a in called} - {pk for name, pk in keys.items() if name in names}


def all_arrive() -> bool:
    """Whether every alert that nobody owns has somebody whom its calls can reach."""
    waiting = Alert.objects.filter(status=Alert.Status.OPEN, escalation_step__gte=0)
    return not in_vain(waiting)


def _staff_of(clinics: Collection[UUID]) -> dict[UUID, set[UUID]]:
    """With those who have left: they may have been called before."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    rows = Membership.objects.filter(clinic__in=clinics)
    for clinic_id, user_id in rows.values_list("clinic_id", "user_id"):
        found[clinic_id].add(user_id)
    return found
