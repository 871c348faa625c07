"""What a batch of claimed messages needs to be sent, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.accounts.models import User
from reminders.models import (
    ChannelPreference,
    Delivery,
    DueReminder,
    Message,
    PushSubscription,
)


@dataclass(frozen=True)
class Reach:
    """How to reach the recipient of one message, and what was tried so far."""

    recipient: User
    wishes: ChannelPreference
    devices: Sequence[PushSubscription]
    earlier: Sequence[Delivery]
    local_date: date | None


def reach_of(messages: Sequence[Message]) -> dict[UUID, Reach]:
    """One Reach for each message, by message id."""
    people = User.objects.in_bulk({m.recipient_id for m in messages})
    wishes = {
        stored.user_id: stored
        for stored in ChannelPreference.objects.filter(user__in=people)
    }
    devices = _devices(list(people))
    earlier = _earlier(messages)
    dates = _local_dates(messages)
    default = ChannelPreference()
    return {
        m.pk: Reach(
            recipient=people[m.recipient_id],
            wishes=wishes.get(m.recipient_id, default),
            devices=devices[m.recipient_id],
            earlier=earlier[m.pk],
            local_date=dates.get(m.due_reminder_id),
        )
        for m in messages
    }


def _devices(people: Sequence[UUID]) -> dict[UUID, list[PushSubscription]]:
    found: dict[UUID, list[PushSubscription]] = defaultdict(list)
    for device in PushSubscription.objects.filter(user__in=people, gone_at=None):
        found[device.user_id].append(device)
    return found


def _earlier(messages: Sequence[Message]) -> dict[UUID, list[Delivery]]:
    found: dict[UUID, list[Delivery]] = defaultdict(list)
    for delivery in Delivery.objects.filter(message__in=messages).order_by(
        "attempted_at"
    ):
        found[delivery.message_id].append(delivery)
    return found


def _local_dates(messages: Sequence[Message]) -> dict[UUID | None, date]:
    ids = [m.due_reminder_id for m in messages if m.due_reminder_id]
    return dict(DueReminder.objects.filter(pk__in=ids).values_list("pk", "local_date"))
