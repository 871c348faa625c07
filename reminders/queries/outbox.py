"""What a batch of claimed messages needs to be sent, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from backend.accounts.models import User
from reminders.models import (
    ChannelPreference,
    Delivery,
    DueReminder,
    PushSubscription,
)


class Claimed(NamedTuple):
    """A message that is its sender's until the lease runs out: what sending needs.

    A row of the model costs three times as much to read, for columns nobody asks.
    """

    pk: UUID
    recipient_id: UUID
    kind: str
    subject_id: UUID
    is_urgent: bool
    path: str
    attempts: int
    # In seconds since 1970: a date is the dearest column to read.
    expires_at: float | None
    step: int
    due_reminder_id: UUID | None
    lease_token: UUID


@dataclass(frozen=True)
class Reach:
    """How to reach the recipient of one message, and what was tried so far."""

    recipient: User
    wishes: ChannelPreference
    devices: Sequence[PushSubscription]
    earlier: Sequence[Delivery]
    local_date: date | None


def reach_of(messages: Sequence[Claimed]) -> dict[UUID, Reach]:
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


def _earlier(messages: Sequence[Claimed]) -> dict[UUID, list[Delivery]]:
    found: dict[UUID, list[Delivery]] = defaultdict(list)
    made = Delivery.objects.filter(message__in=[message.pk for message in messages])
    for delivery in made.order_by("attempted_at"):
        found[delivery.message_id].append(delivery)
    return found


def _local_dates(messages: Sequence[Claimed]) -> dict[UUID | None, date]:
    ids = [m.due_reminder_id for m in messages if m.due_reminder_id]
    return dict(DueReminder.objects.filter(pk__in=ids).values_list("pk", "local_date"))
