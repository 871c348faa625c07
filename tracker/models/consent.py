"""Consent: what a patient agreed to, in the words that they were shown."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from backend.accounts.models import Clinic
from backend.common.models import BaseModel
from tracker.models.patient import Patient


class Consent(BaseModel):
    """One agreement. Only its withdrawal is added later; agreeing again is a new row.

    Whether entries may be stored now, `Patient.consent_withdrawn_at` says.
    """

    clinic = models.ForeignKey(
        Clinic, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    patient = models.ForeignKey(
        Patient, on_delete=models.PROTECT, related_name="consents"
    )
    text_version = models.CharField(max_length=20)
    language = models.CharField(max_length=12)
    # The whole text with the clinic's name in it, and its SHA-256.
    text = models.TextField()
    text_digest = models.CharField(max_length=64)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["patient"],
                condition=Q(withdrawn_at=None),
                name="tracker_consent_one_live_per_patient",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="tracker_consent_withdrawn_at_and_by_together",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text_version} of {self.patient_id}"
