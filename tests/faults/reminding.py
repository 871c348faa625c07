"""People to remind and to call, for tests with real processes."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import connection

from backend.accounts.models import User
from backend.common import clock
from reminders.actions import plan
from reminders.models import Delivery, DueReminder, Message
from tests.factories.accounts import make_user
from tests.factories.reminders import make_device, make_message
from tests.fakes.push_service import Device, PushService

# The worker of the test knows this kind and always still needs it.
KIND = "test"


def person_with(push: PushService, key: str, *plan: int | str) -> tuple[User, Device]:
    """Somebody whose phone's push service answers by that plan."""
    user = make_user()
    device = push.subscribe(key)
    device.plan = list(plan)
    make_device(user, device)
    return user, device


def phone_of(user: User, device: Device) -> Device:
    """A phone of somebody who is there already."""
    make_device(user, device)
    return device


def remind(user: User, **fields: Any) -> Message:
    later = clock.now() + timedelta(hours=1)
    return make_message(user, None, kind=KIND, expires_at=later, **fields)


def all_due_now() -> None:
    """Plan today's occasions of all schedules, for the minute before."""
    plan.plan_due(clock.now() - timedelta(days=1))
    today = clock.now()
    DueReminder.objects.exclude(local_date=today.date()).delete()
    DueReminder.objects.update(
        due_at=today - timedelta(minutes=1), expires_at=today + timedelta(hours=1)
    )


def settled(*messages: Message) -> Callable[[], bool]:
    """Whether all of them are at rest."""
    ids = [message.pk for message in messages]

    def are_settled() -> bool:
        connection.close_if_unusable_or_obsolete()
        return not Message.objects.filter(pk__in=ids, settled_at=None).exists()

    return are_settled


def tries_of(message: Message) -> list[tuple[str, str, str]]:
    rows = Delivery.objects.filter(message=message).order_by("attempted_at", "channel")
    return [(row.channel, row.status, row.error) for row in rows]
