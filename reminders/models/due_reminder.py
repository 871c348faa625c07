"""DueReminder: the ledger. One occasion to remind, written down ahead of time."""

from django.db import models
from django.db.models import Q

from backend.common.models import BaseModel
from reminders.models.schedule import ReminderSchedule


class DueReminder(BaseModel):
    """Its uniqueness is why nobody is reminded twice on one of their days."""

    class State(models.TextChoices):
        """In this order; the last three are ends. Each has its moment below."""

        PLANNED = "planned"
        CLAIMED = "claimed"
        ACCEPTED = "accepted"
        SHOWN = "shown"
        OPENED = "opened"
        ANSWERED = "answered"
        CANCELLED = "cancelled"
        EXPIRED = "expired"
        DEAD = "dead"

    schedule = models.ForeignKey(
        ReminderSchedule,
        on_delete=models.PROTECT,
        related_name="occasions",
        db_index=False,  # the uniqueness below starts with it
        db_constraint=False,  # docs/adr/0015-a-million-an-hour.md
    )
    local_date = models.DateField()
    slot = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    state = models.CharField(
        max_length=10, choices=State.choices, default=State.PLANNED
    )
    # When it came into its state; the moments on the way stay beside it.
    state_at = models.DateTimeField()
    # When it left the plan: for a sender, or because it was late or paused.
    claimed_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    shown_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=40, blank=True)
    # Still a sender's to take or to end: planned, or claimed and not recorded yet.
    is_open = models.BooleanField(default=True, db_default=True)
    lease_until = models.DateTimeField(null=True)
    lease_token = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["schedule", "local_date", "slot"],
                name="reminders_due_once_per_date_and_slot",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("due_at")),
                name="reminders_due_expires_after_due",
            ),
            models.CheckConstraint(
                condition=Q(state="planned", claimed_at=None)
                | (~Q(state="planned") & Q(claimed_at__isnull=False)),
                name="reminders_due_planned_until_claimed",
            ),
            models.CheckConstraint(
                condition=Q(lease_until=None, lease_token=None)
                | Q(
                    lease_until__isnull=False,
                    lease_token__isnull=False,
                    is_open=True,
                    state="claimed",
                ),
                name="reminders_due_lease_is_of_a_claim",
            ),
        ]
        indexes = [
            # Not by state: a claim changes no column that an index names, so
            # PostgreSQL rewrites the row in place.
            models.Index(
                fields=["due_at", "id"],
                condition=Q(is_open=True),
                name="reminders_due_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.local_date} slot {self.slot}"
