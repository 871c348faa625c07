"""Put what a kind says into the form that channels carry."""

from uuid import UUID, uuid4

from django.conf import settings

from backend.accounts.models import User
from reminders.actions import stop_links
from reminders.channels.base import Outgoing
from reminders.kinds import Wording
from reminders.models import PushSubscription
from reminders.scheduling.channel_choice import EMAIL

PREFERENCES_PATH = "/reminders"


def address(
    wording: Wording,
    *,
    message_id: UUID,
    recipient: User,
    is_urgent: bool = False,
    path: str = "",
    device: PushSubscription | None = None,
    phone: str = "",
    clinic: str = "",
) -> Outgoing:
    """One try, under a fresh and unguessable delivery id: it is also the receipt's."""
    return Outgoing(
        message_id=message_id,
        delivery_id=uuid4(),
        recipient=recipient,
        is_urgent=is_urgent,
        subject=wording.subject,
        body=wording.body,
        action_label=wording.action_label,
        url=settings.BASE_URL + (path or wording.path),
        preferences_url=settings.BASE_URL + PREFERENCES_PATH,
        stop_url=settings.BASE_URL + stop_links.path(recipient, EMAIL),
        subscription=device,
        phone=phone,
        clinic=clinic,
    )
