"""MilestoneReached: a step of the plan that was taken, and who says so."""

from django.conf import settings
from django.db import models

from backend.common.models import BaseModel
from tracker.models.episode import Episode


class MilestoneReached(BaseModel):
    episode = models.ForeignKey(
        Episode, on_delete=models.PROTECT, related_name="milestones"
    )
    code = models.CharField(max_length=40)
    reached_on = models.DateField()
    # patient | clinic | data
    source = models.CharField(max_length=8)
    reached_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["episode", "code"], name="tracker_milestone_reached_once"
            )
        ]

    def __str__(self) -> str:
        return self.code
