"""ClinicCardVersion: what a clinic makes of a card. PlanReading: who read a phase."""

from django.conf import settings
from django.db import models

from backend.accounts.models import Clinic
from backend.common.models import BaseModel
from tracker.models.episode import Episode
from tracker.models.protocol import ProtocolVersion


class ClinicCardVersion(BaseModel):
    """One change of one card; never edited. The newest of a card is what holds."""

    clinic = models.ForeignKey(
        Clinic, db_index=False, on_delete=models.PROTECT, related_name="+"
    )
    card = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    # tracker.clinical.education.clinic_card.ClinicCard in its stored form.
    content = models.JSONField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["clinic", "card", "number"],
                name="tracker_clinic_card_one_per_number",
            )
        ]

    def __str__(self) -> str:
        return f"{self.card} {self.number}"


class PlanReading(BaseModel):
    """The patient says that they read what a phase asks of them."""

    episode = models.ForeignKey(
        Episode, db_index=False, on_delete=models.PROTECT, related_name="plan_readings"
    )
    # Counted again from a second procedure, or by another plan, it is read anew.
    protocol = models.ForeignKey(
        ProtocolVersion, on_delete=models.PROTECT, related_name="+"
    )
    day_0 = models.DateField()
    phase = models.CharField(max_length=40)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["episode", "protocol", "day_0", "phase"],
                name="tracker_plan_reading_once_per_phase",
            )
        ]

    def __str__(self) -> str:
        return f"{self.phase} read"
