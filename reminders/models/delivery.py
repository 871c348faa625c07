"""Delivery: one try on one channel, written before the call is made."""

from django.db import models
from django.db.models import Q

from backend.common.models import BaseModel
from reminders.models.message import Message
from reminders.models.push_subscription import PushSubscription


class Delivery(BaseModel):
    """The proof. Holds codes and moments only, never a text and never a reply."""

    class Status(models.TextChoices):
        SENDING = "sending"
        SENT = "sent"
        DELIVERED = "delivered"
        TEMPORARY_FAILURE = "temporary_failure"
        PERMANENT_FAILURE = "permanent_failure"
        UNKNOWN_OUTCOME = "unknown_outcome"

    # No foreign keys in the database: docs/adr/0015-a-million-an-hour.md. The message
    # of a reminder is written after its first try, under the id of its occasion.
    message = models.ForeignKey(
        Message,
        on_delete=models.PROTECT,
        related_name="deliveries",
        db_constraint=False,
    )
    channel = models.CharField(max_length=12)
    push_subscription = models.ForeignKey(
        PushSubscription,
        null=True,
        on_delete=models.PROTECT,
        related_name="deliveries",
        db_index=False,
        db_constraint=False,
    )
    status = models.CharField(
        max_length=18, choices=Status.choices, default=Status.SENDING
    )
    provider_id = models.CharField(max_length=200, blank=True)
    error = models.CharField(max_length=40, blank=True)
    attempted_at = models.DateTimeField()
    shown_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [
            # One device, one open try: two senders cannot both be at it.
            models.UniqueConstraint(
                fields=["message", "channel", "push_subscription"],
                condition=Q(status="sending"),
                nulls_distinct=False,
                name="reminders_delivery_one_open_try",
            )
        ]
        indexes = [models.Index(fields=["attempted_at"], name="reminders_delivery_at")]

    def __str__(self) -> str:
        return f"{self.channel} {self.status}"
