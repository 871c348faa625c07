"""Schedules that remind nobody, because they could not be read."""

from django.db.models import QuerySet

from reminders.models import ReminderSchedule


def set_aside() -> QuerySet[ReminderSchedule]:
    """What planning has come to and could not plan; a few rows of a small index."""
    return ReminderSchedule.objects.filter(
        awaits_planning=True, planned_through__isnull=False
    )


def all_can_be_planned() -> bool:
    return not set_aside().exists()
