"""PushSubscription: one device that takes pushes."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from backend.common import clock
from backend.common.models import BaseModel


class PushSubscription(BaseModel):
    """Known by the id its client chose; retired, never deleted, when it is gone."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="push_subscriptions",
    )
    endpoint = models.CharField(max_length=1000, unique=True)
    p256dh = models.CharField(max_length=120)
    auth = models.CharField(max_length=40)
    user_agent = models.CharField(max_length=120, blank=True)
    last_seen_at = models.DateTimeField(default=clock.now)
    gone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["user"],
                condition=Q(gone_at=None),
                name="reminders_subscription_live",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
