"""ReminderSchedule: whom to remind, how often, at which hour of their own clock."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from backend.accounts.models import Clinic
from backend.common.models import BaseModel
from reminders.scheduling.cadence import Segment


class ReminderSchedule(BaseModel):
    """A wall-clock time and a zone, never a moment: the clocks may change."""

    class State(models.TextChoices):
        ACTIVE = "active"
        PAUSED = "paused"
        ENDED = "ended"

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="reminder_schedules",
    )
    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    # [{"first": "2026-11-21", "last": null, "cadence": "daily"}, ...]
    segments = models.JSONField()
    wall_time = models.TimeField()
    # {"sat": "12:00"}: the weekdays whose hour is another one.
    weekday_times = models.JSONField(default=dict)
    # Minutes after an unanswered prompt: [240, 1440].
    nudge_minutes = models.JSONField(default=list)
    zone = models.CharField(max_length=64)
    # [{"zone": "Europe/Berlin", "until": "2026-11-21T17:00:00+00:00"}, ...]: the
    # clocks before that one, oldest first, each with the moment it was left.
    earlier_zones = models.JSONField(default=list)
    state = models.CharField(max_length=8, choices=State.choices, default=State.ACTIVE)
    paused_from = models.DateField(null=True)
    paused_until = models.DateField(null=True)
    # The last local date that is in the ledger already. No index follows it: it
    # changes every day, and one would double what a day's planning costs.
    planned_through = models.DateField(null=True)
    # New, or changed since it was planned. With a date in planned_through: set aside,
    # because it could not be read.
    awaits_planning = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "kind", "subject_id"],
                condition=~Q(state="ended"),
                name="reminders_schedule_one_live",
            ),
            models.CheckConstraint(
                condition=Q(paused_from=None, paused_until=None)
                | Q(
                    paused_from__isnull=False,
                    paused_until__isnull=False,
                    paused_from__lte=models.F("paused_until"),
                ),
                name="reminders_schedule_pause_has_both_ends",
            ),
            models.CheckConstraint(
                condition=~Q(state="paused") | Q(paused_from__isnull=False),
                name="reminders_schedule_paused_has_dates",
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"],
                condition=Q(awaits_planning=True),
                name="reminders_schedule_new",
            ),
            models.Index(fields=["subject_id"], name="reminders_schedule_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    def parsed_segments(self) -> list[Segment]:
        return [from_stored(stored) for stored in self.segments]


def from_stored(stored: dict[str, Any]) -> Segment:
    last = stored["last"]
    return Segment(
        first=date.fromisoformat(stored["first"]),
        last=date.fromisoformat(last) if last else None,
        cadence=stored["cadence"],
    )


def earlier_from_stored(
    stored: list[dict[str, str]],
) -> tuple[tuple[datetime, str], ...]:
    """What a `Course` wants to know of the zones before this one."""
    return tuple((datetime.fromisoformat(one["until"]), one["zone"]) for one in stored)


def to_stored(segment: Segment) -> dict[str, Any]:
    return {
        "first": segment.first.isoformat(),
        "last": segment.last.isoformat() if segment.last else None,
        "cadence": segment.cadence,
    }
