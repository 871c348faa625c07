"""Membership: who works at which clinic, in which role."""

from django.conf import settings
from django.db import models

from backend.accounts.models.clinic import Clinic
from backend.accounts.roles import Role
from backend.common.models import BaseModel


class Membership(BaseModel):
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships"
    )
    clinic = models.ForeignKey(
        Clinic, on_delete=models.PROTECT, related_name="memberships"
    )
    role = models.CharField(max_length=20, choices=[(r, r.title()) for r in Role])
    # Who is called first about an alert (1), who backs them up (2), and so on.
    contact_order = models.PositiveSmallIntegerField(default=1)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "clinic"],
                condition=models.Q(revoked_at=None),
                name="accounts_membership_one_live_role",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} at {self.clinic}: {self.role}"
