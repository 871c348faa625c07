"""ProtocolVersion: a released recovery plan. A patient keeps the one they began."""

from django.conf import settings
from django.db import models

from backend.accounts.models import Clinic
from backend.common.models import BaseModel


class ProtocolVersion(BaseModel):
    clinic = models.ForeignKey(
        Clinic, on_delete=models.PROTECT, related_name="protocols"
    )
    number = models.PositiveIntegerField()
    # tracker.clinical.protocol.Protocol in its stored form; never edited.
    plan = models.JSONField()
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["clinic", "number"], name="tracker_protocol_one_per_number"
            )
        ]

    def __str__(self) -> str:
        return f"Protocol {self.number}"
