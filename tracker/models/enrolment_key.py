"""EnrolmentKey: which request enrolled a patient, to know it when it comes again."""

from django.db import models

from backend.accounts.models import Clinic
from backend.common.models import BaseModel
from tracker.models.patient import Patient


class EnrolmentKey(BaseModel):
    """Never changed. The digest tells the same request from another of that key."""

    clinic = models.ForeignKey(
        Clinic,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,  # the constraint below starts with it
    )
    key = models.CharField(max_length=100)
    digest = models.CharField(max_length=64)
    patient = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["clinic", "key"], name="tracker_enrolment_key_once_per_clinic"
            )
        ]

    def __str__(self) -> str:
        return f"{self.key} at {self.clinic_id}"
