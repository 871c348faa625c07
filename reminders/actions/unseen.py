"""Bring in the next channel for what was handed over and nobody has looked at."""

from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q

from reminders.models import Delivery, Message

State = Message.State


def bring_next_channel(now: datetime) -> int:
    """Open the messages again whose time for a sign is over; returns how many.

    At sending they are asked again whether they are still needed, and only channels
    that were not used yet are tried. Safe to run twice.
    """
    waiting = Message.objects.filter(step_at__lte=now, settled_at__isnull=False)
    in_time = Q(expires_at=None) | Q(expires_at__gt=now)
    # A sign may come before the result is written, which then still waits for one.
    shown = Delivery.objects.filter(message=OuterRef("pk"), shown_at__isnull=False)
    goes_on = in_time & ~Exists(shown)
    waiting.exclude(goes_on).update(step_at=None)
    return waiting.filter(goes_on).update(
        state=State.QUEUED,
        settled_at=None,
        step_at=None,
        step=F("step") + 1,
        attempts=0,
        next_attempt_at=now,
    )
