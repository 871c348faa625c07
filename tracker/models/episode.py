"""Episode of care and the Procedure it counts from."""

from django.conf import settings
from django.db import models

from backend.accounts.models import Clinic
from backend.common.models import BaseModel
from tracker.models.health_profile import HealthProfile
from tracker.models.patient import Patient
from tracker.models.protocol import ProtocolVersion


class Episode(BaseModel):
    class Status(models.TextChoices):
        ACTIVE = "active"
        CLOSED = "closed"

    clinic = models.ForeignKey(
        Clinic, on_delete=models.PROTECT, related_name="episodes"
    )
    patient = models.ForeignKey(
        Patient, on_delete=models.PROTECT, related_name="episodes"
    )
    protocol = models.ForeignKey(
        ProtocolVersion, on_delete=models.PROTECT, related_name="episodes"
    )
    profile = models.ForeignKey(
        HealthProfile, on_delete=models.PROTECT, related_name="episodes"
    )
    status = models.CharField(
        max_length=8, choices=Status.choices, default=Status.ACTIVE
    )
    # Intake average, 0 to 10; used until the week before the procedure has entries.
    baseline_pain = models.DecimalField(max_digits=3, decimal_places=1, null=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["patient"],
                condition=models.Q(status="active"),
                name="tracker_episode_one_active_per_patient",
            )
        ]

    def __str__(self) -> str:
        return f"Episode {self.pk}"


class Procedure(BaseModel):
    """What was done, on the local date that is day 0."""

    episode = models.OneToOneField(
        Episode, on_delete=models.PROTECT, related_name="procedure"
    )
    performed_on = models.DateField()
    region = models.CharField(max_length=10, default="lumbar")
    routes = models.JSONField(default=list)
    levels = models.JSONField(default=list)
    guidance = models.CharField(max_length=20, blank=True)
    cell_source = models.CharField(max_length=40, blank=True)
    product = models.CharField(max_length=120, blank=True)
    lot = models.CharField(max_length=120, blank=True)

    def __str__(self) -> str:
        return f"Procedure of {self.performed_on}"


class EarlierProcedure(BaseModel):
    """A procedure that the plan was counted from before it was started again."""

    episode = models.ForeignKey(
        Episode, on_delete=models.PROTECT, related_name="earlier_procedures"
    )
    performed_on = models.DateField()
    # The other facts of the procedure, and the milestones reached until then.
    details = models.JSONField()
    milestones = models.JSONField(default=list)
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    def __str__(self) -> str:
        return f"Procedure of {self.performed_on}, replaced"
