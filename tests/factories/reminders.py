"""Schedules, messages and devices: valid, dull, nothing surprising."""

from datetime import UTC, date, datetime, time
from itertools import count
from typing import Any
from uuid import uuid4

from backend.accounts.models import Clinic, User
from reminders.actions import due, schedules
from reminders.models import (
    ChannelPreference,
    Delivery,
    DueReminder,
    Message,
    PushSubscription,
    ReminderSchedule,
)
from reminders.scheduling.cadence import Segment
from tests.fakes.push_service import Device

_number = count(1)
KIND = "test"


def make_schedule(recipient: User, clinic: Clinic, **fields: Any) -> ReminderSchedule:
    """A live schedule: daily at 18:30 in the recipient's zone, since 2026."""
    defaults: dict[str, Any] = {
        "kind": KIND,
        "subject_id": uuid4(),
        "segments": [Segment(date(2026, 1, 1), None, "daily")],
        "wall_time": time(18, 30),
        "zone": recipient.zone,
        "by": "test",
    }
    return schedules.set_schedule(
        recipient=recipient, clinic=clinic, **(defaults | fields)
    )


def make_message(recipient: User, clinic: Clinic | None, **fields: Any) -> Message:
    """A queued message that may go out at once."""
    defaults: dict[str, Any] = {
        "kind": KIND,
        "subject_id": uuid4(),
        "dedupe_key": f"made:{next(_number)}",
    }
    return Message.objects.create(
        recipient=recipient, clinic=clinic, **(defaults | fields)
    )


def abandon_due(now: datetime) -> None:
    """Let a sender claim what is due and die, so that messages are made of it."""
    due.claim(1000, now)
    long_ago = datetime(2000, 1, 1, tzinfo=UTC)
    DueReminder.objects.exclude(lease_until=None).update(lease_until=long_ago)
    due.leave_to_outbox(now)


def make_delivery(message: Message, **fields: Any) -> Delivery:
    """One e-mail that was sent."""
    defaults: dict[str, Any] = {
        "channel": "email",
        "status": "sent",
        "attempted_at": message.created_at,
    }
    return Delivery.objects.create(message=message, **(defaults | fields))


def make_device(
    user: User, device: Device | None = None, **fields: Any
) -> PushSubscription:
    """A live subscription; of a fake service's device if one is given."""
    defaults: dict[str, Any] = {
        "endpoint": f"https://fcm.googleapis.com/fcm/send/{next(_number)}",
        "p256dh": "B" + "A" * 86,
        "auth": "A" * 22,
    }
    if device is not None:
        defaults |= {"id": device.id, "endpoint": device.endpoint, **device.keys}
    return PushSubscription.objects.create(user=user, **(defaults | fields))


def make_preference(user: User, **fields: Any) -> ChannelPreference:
    """The defaults, but with one hour for the whole week."""
    return ChannelPreference.objects.create(
        user=user, **({"weekday_times": {}} | fields)
    )
