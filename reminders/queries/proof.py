"""What became of each reminder and call, in the words of the delivery log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch

from backend.accounts.models import User
from reminders.models import Delivery, Message

CHANNEL_WORDS = {
    "web_push": "notification",
    "email": "e-mail",
    "sms": "text message",
    "console": "test output",
}


@dataclass(frozen=True, slots=True)
class Proof:
    """One message: where it stands, and when it came through which channel."""

    id: UUID
    kind: str
    state: str
    reason: str
    sent_at: datetime | None
    by: tuple[str, ...]
    shown_at: datetime | None
    opened_at: datetime | None
    answered_at: datetime | None


def of_recipient(recipient: User, limit: int, kind: str = "") -> list[Proof]:
    """The last messages to this person, newest first."""
    tries = Delivery.objects.order_by("attempted_at")
    messages = (
        Message.objects.filter(recipient=recipient)
        .select_related("due_reminder")
        .prefetch_related(Prefetch("deliveries", queryset=tries, to_attr="tries"))
        .order_by("-created_at")
    )
    if kind:
        messages = messages.filter(kind=kind)
    return [_proof(message, vars(message)["tries"]) for message in messages[:limit]]


def _proof(message: Message, tries: Sequence[Delivery]) -> Proof:
    arrived = [
        one
        for one in tries
        if one.status in (Delivery.Status.SENT, Delivery.Status.DELIVERED)
    ]
    due = message.due_reminder
    return Proof(
        id=message.pk,
        kind=message.kind,
        state=message.state,
        reason=message.reason,
        sent_at=arrived[0].attempted_at if arrived else None,
        by=tuple(
            dict.fromkeys(CHANNEL_WORDS.get(t.channel, t.channel) for t in arrived)
        ),
        shown_at=min((t.shown_at for t in tries if t.shown_at), default=None),
        opened_at=min((t.opened_at for t in tries if t.opened_at), default=None),
        answered_at=due.answered_at if due else None,
    )
