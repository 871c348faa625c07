"""A mail that the server took and that came back."""

import logging
from uuid import UUID

from django.db.models import Exists, OuterRef

from backend.common import clock
from reminders.actions.delivery import PERHAPS_ARRIVED
from reminders.channels.bounce import Bounce
from reminders.models import Delivery, Message
from reminders.scheduling.channel_choice import EMAIL

log = logging.getLogger(__name__)
Status = Delivery.Status


class UnknownMessageError(LookupError):
    """No mail of ours went out under this Message-ID."""


class StillInHandError(RuntimeError):
    """Its sender has not written down yet that it went out."""


def take(bounce: Bounce) -> bool:
    """Note that a mail did not arrive; True if it is given up for good.

    Where nothing else of the message may have arrived, the next channel is tried, and
    without one it is dead. A delay changes nothing. Taking it twice is harmless.
    Raises UnknownMessageError and StillInHandError.
    """
    sent = Delivery.objects.filter(message_id=bounce.message_id, channel=EMAIL)
    if not sent.exists():
        raise UnknownMessageError("No mail went out under this Message-ID.")
    if not bounce.has_failed:
        return False
    message = Message.objects.filter(pk=bounce.message_id).first()
    if message is None or message.state == Message.State.SENDING:
        raise StillInHandError("This message is being sent.")
    # Each try carries the same Message-ID: none of them has arrived.
    sent.update(status=Status.PERMANENT_FAILURE, error=f"bounced_{bounce.status}")
    _go_on_without(bounce.message_id)
    log.info("message %s has come back: %s", bounce.message_id, bounce.status)
    return True


def _go_on_without(message_id: UUID) -> None:
    others = Delivery.objects.filter(message=OuterRef("pk"), status__in=PERHAPS_ARRIVED)
    Message.objects.filter(
        ~Exists(others), pk=message_id, state=Message.State.SENT
    ).update(step_at=clock.now())
