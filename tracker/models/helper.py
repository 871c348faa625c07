"""Helper: somebody a patient asked to write for them, until either of them ends it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from backend.accounts.models import Clinic
from backend.common.models import BaseModel
from tracker.models.patient import Patient


class Helper(BaseModel):
    """One grant. An ended one stays: the entries made under it keep their author."""

    clinic = models.ForeignKey(
        Clinic, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    patient = models.ForeignKey(
        Patient, on_delete=models.PROTECT, related_name="helpers"
    )
    # Nobody until the invitation is taken.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="helping",
    )
    # As the patient wrote it: "Maria Ruiz", "daughter".
    name = models.CharField(max_length=100)
    relation = models.CharField(max_length=40)
    email = models.EmailField()
    # Whether they also see the progress and the messages.
    may_read = models.BooleanField(default=False)
    joined_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(joined_at=None, user=None)
                | Q(joined_at__isnull=False, user__isnull=False),
                name="tracker_helper_joined_at_and_user_together",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="tracker_helper_ended_at_and_by_together",
            ),
            # One account sees one person: nothing can be mixed up.
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(ended_at=None),
                name="tracker_helper_one_patient_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.relation})"
