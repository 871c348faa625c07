"""A test through one channel, past the outbox: for the person at the terminal."""

from uuid import uuid4

from backend.accounts.models import User
from reminders import kinds
from reminders.actions import envelope
from reminders.channels.registry import CHANNELS
from reminders.models import PushSubscription


def send_test(*, email: str, channel: str) -> int:
    """Send to every device, or to the mailbox, and say how many took it.

    Nothing is stored. Raises LookupError and ChannelError.
    """
    recipient = User.objects.filter(email=email.lower()).first()
    if recipient is None:
        raise LookupError(f"Nobody signs in as {email}.")
    devices: list[PushSubscription | None] = [None]
    if channel == "web_push":
        devices = list(PushSubscription.objects.filter(user=recipient, gone_at=None))
        if not devices:
            raise LookupError("This person has no device that takes pushes.")
    words = kinds.TestMessage().wording(recipient.pk, recipient)
    for device in devices:
        outgoing = envelope.address(
            words, message_id=uuid4(), recipient=recipient, device=device
        )
        CHANNELS[channel].send(outgoing)
    return len(devices)
