"""TriageEvaluation: what the rules saw and said, kept so it can be replayed."""

from django.db import models

from backend.common.models import BaseModel
from tracker.models.check_in import CheckIn


class TriageEvaluation(BaseModel):
    check_in = models.OneToOneField(
        CheckIn, on_delete=models.PROTECT, related_name="evaluation"
    )
    ruleset = models.CharField(max_length=20)
    level = models.PositiveSmallIntegerField()
    facts = models.JSONField()
    findings = models.JSONField()

    def __str__(self) -> str:
        return f"Evaluation of {self.check_in_id}"
