"""The trail of who did what. Rows are added and never changed."""

from django.db import models

from backend.common.models import BaseModel


class AuditEvent(BaseModel):
    """One thing somebody did. No foreign keys: it outlives what it describes.

    A trigger in the database refuses updates and deletes.
    """

    clinic_id = models.UUIDField(null=True)
    actor_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=200)
    action = models.CharField(max_length=80)
    target_type = models.CharField(max_length=60, blank=True)
    target_id = models.CharField(max_length=64, blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["target_type", "target_id"], name="audit_target"),
            models.Index(fields=["clinic_id", "created_at"], name="audit_clinic"),
        ]

    def __str__(self) -> str:
        return self.action
