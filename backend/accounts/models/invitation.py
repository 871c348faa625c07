"""Invitation: a single-use, expiring link that makes somebody a user."""

from django.conf import settings
from django.db import models

from backend.accounts.models.clinic import Clinic
from backend.common.models import BaseModel


class Invitation(BaseModel):
    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="+")
    # What the invited person will be linked to, named by the app above.
    subject_id = models.UUIDField()
    # Only a digest is stored: who reads the database cannot use the link.
    token_digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(accepted_at=None, accepted_by=None)
                | models.Q(accepted_at__isnull=False, accepted_by__isnull=False),
                name="accounts_invitation_accepted_at_and_by_together",
            )
        ]

    def __str__(self) -> str:
        return f"Invitation {self.pk}"
