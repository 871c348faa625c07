"""Who was called about an alert, and when."""

from dataclasses import dataclass
from datetime import datetime

from backend.accounts.models import User
from reminders.models import Message
from tracker.models import Alert


@dataclass(frozen=True, slots=True)
class Call:
    name: str
    at: datetime


def of_alert(alert: Alert) -> list[Call]:
    """The members of its clinic it was sent to, the first call first."""
    # By recipient and time, for which there is an index; by subject there is none.
    messages = Message.objects.filter(
        recipient__in=User.objects.filter(memberships__clinic=alert.clinic_id),
        created_at__gte=alert.created_at,
        subject_id=alert.pk,
    ).select_related("recipient")
    return [
        Call(message.recipient.get_full_name(), message.created_at)
        for message in messages.order_by("created_at")
    ]
