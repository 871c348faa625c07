"""A mail that the server took and that came back."""

import logging

from reminders.channels.bounce import Bounce
from reminders.models import Delivery
from reminders.scheduling.channel_choice import EMAIL

log = logging.getLogger(__name__)
Status = Delivery.Status


class UnknownMessageError(LookupError):
    """No mail of ours went out under this Message-ID."""


def take(bounce: Bounce) -> bool:
    """Note that a mail did not arrive; True if it is given up for good.

    What may heal changes nothing. Taking it twice is harmless. Raises
    UnknownMessageError.
    """
    sent = Delivery.objects.filter(message_id=bounce.message_id, channel=EMAIL)
    if not sent.exists():
        raise UnknownMessageError("No mail went out under this Message-ID.")
    if not bounce.is_final:
        return False
    # Each try carries the same Message-ID: none of them has arrived.
    sent.exclude(status=Status.SENDING).update(
        status=Status.PERMANENT_FAILURE, error=f"bounced_{bounce.status}"
    )
    log.info("message %s has come back: %s", bounce.message_id, bounce.status)
    return True
