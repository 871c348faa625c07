"""What a device reports about a push it was sent."""

from uuid import UUID

from django.db.models import F
from django.db.models.functions import Coalesce

from backend.common import clock
from reminders.models import Delivery

SHOWN, OPENED, CLOSED = KINDS = ("shown", "opened", "closed")


def record(*, delivery_id: UUID, kind: str) -> None:
    """Note that a notification was shown, opened or closed; the first report counts.

    An unknown id changes nothing and says nothing: the caller is not signed in.
    """
    now = clock.now()
    moments = {"shown_at": Coalesce(F("shown_at"), now)}
    if kind == OPENED:
        moments["opened_at"] = Coalesce(F("opened_at"), now)
    Delivery.objects.filter(pk=delivery_id).update(
        status=Delivery.Status.DELIVERED, **moments
    )
