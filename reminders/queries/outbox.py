"""What a batch of claimed messages needs to be sent, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.conf import settings

from backend.accounts.models import User
from reminders.models import (
    ChannelPreference,
    Delivery,
    DueReminder,
    Message,
    PushSubscription,
    ReminderSchedule,
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
    # The lease stands in the ledger: no message has been written yet.
    is_occasion: bool
    lease_token: UUID


class Occasion(NamedTuple):
    """The date a reminder is about, and what its schedule says of it now."""

    local_date: date | None
    # Why nothing is sent for that date any more.
    halted: str
    due_at: datetime | None


NO_DATE = Occasion(None, "", None)


@dataclass(frozen=True)
class Reach:
    """How to reach the recipient of one message, and what was tried so far."""

    recipient: User
    wishes: ChannelPreference
    devices: Sequence[PushSubscription]
    earlier: Sequence[Delivery]
    occasion: Occasion
    # The slug of the clinic that speaks, where clinics have providers of their own.
    clinic: str


def reach_of(messages: Sequence[Claimed]) -> dict[UUID, Reach]:
    """One Reach for each message, by message id."""
    people = User.objects.in_bulk({m.recipient_id for m in messages})
    wishes = {
        stored.user_id: stored
        for stored in ChannelPreference.objects.filter(user__in=people)
    }
    devices = _devices(list(people))
    earlier = _earlier(messages)
    occasions = _occasions(messages)
    clinics = _clinics(messages)
    default = ChannelPreference()
    return {
        m.pk: Reach(
            recipient=people[m.recipient_id],
            wishes=wishes.get(m.recipient_id, default),
            devices=devices[m.recipient_id],
            earlier=earlier[m.pk],
            occasion=occasions.get(m.due_reminder_id, NO_DATE),
            clinic=clinics.get(m.pk, ""),
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


def _occasions(messages: Sequence[Claimed]) -> dict[UUID | None, Occasion]:
    ids = [m.due_reminder_id for m in messages if m.due_reminder_id]
    rows = DueReminder.objects.filter(pk__in=ids).values_list(
        "pk",
        "local_date",
        "due_at",
        "schedule__state",
        "schedule__paused_from",
        "schedule__paused_until",
    )
    return {
        pk: Occasion(day, _halted(day, state, first, last), due_at)
        for pk, day, due_at, state, first, last in rows
    }


def _clinics(messages: Sequence[Claimed]) -> dict[UUID, str]:
    """Those with a provider of their own; asked only where there are such clinics."""
    own, ids = settings.SMS_URLS, [message.pk for message in messages]
    if not own:
        return {}
    told = Message.objects.filter(pk__in=ids, clinic__slug__in=own)
    due = DueReminder.objects.filter(pk__in=ids, schedule__clinic__slug__in=own)
    return {
        **dict(due.values_list("pk", "schedule__clinic__slug")),
        **dict(told.values_list("pk", "clinic__slug")),
    }


def _halted(day: date, state: str, first: date | None, last: date | None) -> str:
    if state == ReminderSchedule.State.ENDED:
        return "ended"
    is_paused = first is not None and last is not None and first <= day <= last
    return "paused" if is_paused else ""
