"""What a device reports about a push it was sent."""

from datetime import datetime
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Coalesce

from backend.common import clock
from reminders.models import Delivery, DueReminder, Message

State = DueReminder.State
SHOWN, OPENED, CLOSED = KINDS = ("shown", "opened", "closed")


def record(*, delivery_id: UUID, kind: str) -> None:
    """Note that a notification was shown, opened or closed; the first report counts.

    An unknown id changes nothing and says nothing: the caller is not signed in.
    """
    now = clock.now()
    moments = {"shown_at": Coalesce(F("shown_at"), now)}
    if kind == OPENED:
        moments["opened_at"] = Coalesce(F("opened_at"), now)
    known = Delivery.objects.filter(pk=delivery_id)
    if known.update(status=Delivery.Status.DELIVERED, **moments):
        # Somebody has looked: no other channel needs to call.
        Message.objects.filter(deliveries=delivery_id).update(step_at=None)
        _into_ledger(delivery_id, OPENED if kind == OPENED else SHOWN, now)


def _into_ledger(delivery_id: UUID, state: str, now: datetime) -> None:
    """The occasion moves on with it, and never back."""
    rows = DueReminder.objects.filter(messages__deliveries=delivery_id)
    before = (State.ACCEPTED, State.SHOWN) if state == OPENED else (State.ACCEPTED,)
    rows.filter(state__in=before).update(
        state=state, state_at=now, **{f"{state}_at": now}
    )
