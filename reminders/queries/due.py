"""What is due now, and what is stuck."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from backend.common import clock
from reminders.models import DueReminder, Message

LONGEST_LAG = timedelta(minutes=2)


def due_now(now: datetime) -> QuerySet[DueReminder]:
    """Occasions whose moment has come and that no sender has taken yet."""
    return DueReminder.objects.filter(
        is_open=True, claimed_at=None, due_at__lte=now
    ).order_by("due_at")


def stuck(now: datetime, patience: timedelta) -> QuerySet[Message]:
    """Open messages that should have been tried longer ago than `patience`."""
    return Message.objects.filter(
        settled_at=None, next_attempt_at__lt=now - patience
    ).order_by("next_attempt_at")


def lag(now: datetime) -> timedelta:
    """For how long the oldest open message or occasion has been waiting."""
    waiting = Message.objects.filter(settled_at=None, next_attempt_at__lte=now)
    message = waiting.order_by("next_attempt_at").first()
    occasion = due_now(now).first()
    since = [message.next_attempt_at] if message else []
    if occasion:
        # What was missed may have been planned long after it was due.
        since.append(max(occasion.due_at, occasion.created_at))
    return max((now - moment for moment in since), default=timedelta(0))


def is_keeping_up() -> bool:
    """Whether nothing has waited for longer than a few sweeps."""
    return lag(clock.now()) < LONGEST_LAG
