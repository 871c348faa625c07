"""ZoneStay: by which clock a patient has lived, since when, and who said so."""

from django.conf import settings
from django.db import models

from backend.common.models import BaseModel
from tracker.models.patient import Patient


class ZoneStay(BaseModel):
    """Never changed. Who has none has lived by the zone of their record all along."""

    class Kind(models.TextChoices):
        HOME = "home"
        # Until they are back; days and reminders follow the clock there.
        TRAVEL = "travel"
        # Away, but everything keeps the clock of home: nothing is counted anew.
        KEPT = "kept"

    patient = models.ForeignKey(
        Patient,
        on_delete=models.PROTECT,
        related_name="zone_stays",
        db_index=False,  # the index below starts with it
    )
    zone = models.CharField(max_length=64)
    kind = models.CharField(max_length=6, choices=Kind.choices)
    since = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["patient", "since"], name="zone_stay_patient")]

    def __str__(self) -> str:
        return f"{self.zone} since {self.since}"
