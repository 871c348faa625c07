"""Message: the outbox row, written in the same transaction as its cause."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from backend.accounts.models import Clinic
from backend.common import clock
from backend.common.models import BaseModel
from reminders.models.due_reminder import DueReminder


class Message(BaseModel):
    """One thing to tell one person. What it says is asked of its kind when sent."""

    class State(models.TextChoices):
        QUEUED = "queued"
        SENDING = "sending"
        SENT = "sent"
        DEAD = "dead"
        CANCELLED = "cancelled"
        EXPIRED = "expired"

    # No foreign keys in the database: docs/adr/0015-a-million-an-hour.md.
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="messages",
        db_index=False,  # an index below starts with it
        db_constraint=False,
    )
    clinic = models.ForeignKey(
        Clinic,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    # Names the cause. A reminder needs none: its id is that of its occasion.
    dedupe_key = models.CharField(  # noqa: DJ001  (unique, so not the empty text)
        max_length=160, null=True
    )
    is_urgent = models.BooleanField(default=False)
    # Overrides the page that the kind would open.
    path = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    reason = models.CharField(max_length=40, blank=True)
    settled_at = models.DateTimeField(null=True)
    next_attempt_at = models.DateTimeField(default=clock.now)
    lease_until = models.DateTimeField(null=True)
    lease_token = models.UUIDField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    expires_at = models.DateTimeField(null=True)
    # How many times the next channel was brought in, and when it is if nobody looks.
    step = models.PositiveSmallIntegerField(default=0)
    step_at = models.DateTimeField(null=True)
    due_reminder = models.ForeignKey(
        DueReminder,
        null=True,
        # Only what is planned is ever deleted, and that has no message yet.
        on_delete=models.DO_NOTHING,
        related_name="messages",
        db_index=False,
        db_constraint=False,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dedupe_key"],
                condition=Q(dedupe_key__isnull=False),
                name="reminders_message_one_for_a_cause",
            ),
            models.CheckConstraint(
                condition=Q(lease_until=None, lease_token=None)
                | Q(lease_until__isnull=False, lease_token__isnull=False),
                name="reminders_message_lease_has_token",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["queued", "sending"], settled_at=None)
                | Q(
                    state__in=["sent", "dead", "cancelled", "expired"],
                    settled_at__isnull=False,
                ),
                name="reminders_message_settled_has_moment",
            ),
        ]
        indexes = [
            # Not by state: a claim changes no column that an index names, so
            # PostgreSQL rewrites the row in place.
            models.Index(
                F("is_urgent").desc(),
                "next_attempt_at",
                condition=Q(settled_at=None),
                name="reminders_message_open",
            ),
            models.Index(
                fields=["step_at"],
                condition=Q(step_at__isnull=False),
                name="reminders_message_unseen",
            ),
            models.Index(
                fields=["recipient", "created_at"], name="reminders_message_recipient"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
