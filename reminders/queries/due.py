"""What is due now, and what is stuck."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from backend.common import clock
from reminders.models import DueReminder, Message

LONGEST_LAG = timedelta(minutes=2)


def due_now(now: datetime) -> QuerySet[DueReminder]:
    """Occasions whose moment has come and that no message exists for yet."""
    return DueReminder.objects.filter(claimed_at=None, due_at__lte=now).order_by(
        "due_at"
    )


def stuck(now: datetime, patience: timedelta) -> QuerySet[Message]:
    """Open messages that should have been tried longer ago than `patience`."""
    return Message.objects.filter(
        settled_at=None, next_attempt_at__lt=now - patience
    ).order_by("next_attempt_at")


def lag(now: datetime) -> timedelta:
    """For how long the oldest open message has been waiting for its next try."""
    oldest = (
        Message.objects.filter(settled_at=None, next_attempt_at__lte=now)
        .order_by("next_attempt_at")
        .values_list("next_attempt_at", flat=True)
        .first()
    )
    return now - oldest if oldest else timedelta(0)


def is_keeping_up() -> bool:
    """Whether no message has waited for longer than a few sweeps."""
    return lag(clock.now()) < LONGEST_LAG
