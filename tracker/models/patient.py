"""Patient: the person in care at one clinic, linked to a User once they sign in."""

from django.conf import settings
from django.db import models

from backend.accounts.models import Clinic
from backend.common.models import BaseModel


class Patient(BaseModel):
    clinic = models.ForeignKey(
        Clinic, on_delete=models.PROTECT, related_name="patients"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="patients",
    )
    name = models.CharField(max_length=200)
    date_of_birth = models.DateField()
    sex = models.CharField(max_length=12, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    # Where the patient lives their days; every local date is counted here.
    zone = models.CharField(max_length=64)
    locale = models.CharField(max_length=12, default="en")
    # Since then nothing new is stored and nobody is reminded; see Consent.
    consent_withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "clinic"], name="tracker_patient_one_per_clinic"
            )
        ]
        indexes = [models.Index(fields=["clinic", "name"], name="patient_clinic_name")]

    def __str__(self) -> str:
        return self.name
