"""Bring in the next channel for what was handed over and nobody has looked at."""

from datetime import datetime

from django.db.models import F, Q

from reminders.models import Message

State = Message.State


def bring_next_channel(now: datetime) -> int:
    """Open the messages again whose time for a sign is over; returns how many.

    At sending they are asked again whether they are still needed, and only channels
    that were not used yet are tried. Safe to run twice.
    """
    waiting = Message.objects.filter(step_at__lte=now, settled_at__isnull=False)
    in_time = Q(expires_at=None) | Q(expires_at__gt=now)
    waiting.exclude(in_time).update(step_at=None)
    return waiting.filter(in_time).update(
        state=State.QUEUED,
        settled_at=None,
        step_at=None,
        step=F("step") + 1,
        attempts=0,
        next_attempt_at=now,
    )
