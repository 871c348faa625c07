"""What a person chose, or the defaults."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from backend.accounts.models import User
from reminders.models import ChannelPreference, PushSubscription, ReminderSchedule


def of(user: User) -> ChannelPreference:
    """The stored choice, else an unsaved row with the defaults."""
    stored = ChannelPreference.objects.filter(user=user).first()
    return stored or ChannelPreference(user=user)


def pauses_of(user: User) -> list[tuple[date, date]]:
    """The pauses set on this person's schedules, each once, first to come first."""
    paused = ReminderSchedule.objects.filter(
        recipient=user, state=ReminderSchedule.State.PAUSED
    )
    spans = paused.values_list("paused_from", "paused_until").distinct()
    return sorted((first, last) for first, last in spans if first and last)


def device_ids_of(user: User) -> list[UUID]:
    """The devices that take pushes for this person, last seen first."""
    return list(devices_of(user).values_list("pk", flat=True))


def devices_of(user: User) -> QuerySet[PushSubscription]:
    """The same, as rows."""
    live = PushSubscription.objects.filter(user=user, gone_at=None)
    return live.order_by("-last_seen_at")
