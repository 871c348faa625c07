"""RulesetApproval: which rule set judges a clinic's reports, and who decided it."""

from django.conf import settings
from django.db import models

from backend.accounts.models import Clinic
from backend.common.models import BaseModel


class RulesetApproval(BaseModel):
    """The newest one of a clinic holds; earlier ones say what held before.

    A clinic that has approved nothing is judged by the current version as released.
    """

    clinic = models.ForeignKey(
        Clinic, on_delete=models.PROTECT, related_name="ruleset_approvals"
    )
    version = models.CharField(max_length=20)
    # Thresholds moved within their bounds, by name.
    parameters = models.JSONField(default=dict)
    # Check-ins at soon or above per 100 that the clinic is ready to read.
    alert_budget = models.DecimalField(max_digits=4, decimal_places=1, default=5)
    note = models.TextField(blank=True, max_length=2000)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        indexes = [
            models.Index(fields=["clinic", "-created_at"], name="ruleset_approval_time")
        ]

    def __str__(self) -> str:
        return f"{self.version} at {self.clinic_id}"
