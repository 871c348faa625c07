"""HealthProfile: what the rules may ask about a person, with its history."""

from django.conf import settings
from django.db import models

from backend.common.models import BaseModel
from tracker.models.patient import Patient


class HealthProfile(BaseModel):
    """One state of the profile. A change adds a row; the episode points at it."""

    patient = models.ForeignKey(
        Patient, on_delete=models.PROTECT, related_name="profiles"
    )
    facts = models.JSONField(default=list)
    known_symptoms = models.JSONField(default=list)
    allergies = models.CharField(max_length=500, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    def __str__(self) -> str:
        return f"Profile of {self.patient_id}"
