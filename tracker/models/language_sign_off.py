"""LanguageSignOff: who answers for the rules' texts in a language at a clinic."""

from django.conf import settings
from django.db import models

from backend.accounts.models import Clinic
from backend.common.models import BaseModel


class LanguageSignOff(BaseModel):
    """Holds for the texts it was given for, and no others: see `digest`."""

    clinic = models.ForeignKey(
        Clinic, on_delete=models.PROTECT, related_name="language_sign_offs"
    )
    # Of the rule set whose texts were read.
    version = models.CharField(max_length=20)
    language = models.CharField(max_length=12)
    # Of every text that was read: a text that changes needs a new signature.
    digest = models.CharField(max_length=64)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["clinic", "version", "language", "digest"],
                name="tracker_language_sign_off_once_for_the_same_texts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.language} of {self.version} at {self.clinic_id}"
