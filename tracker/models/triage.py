"""TriageEvaluation: what the rules saw and said, kept so it can be replayed."""

from django.db import models

from backend.common import clock
from tracker.models.check_in import CheckIn
from tracker.models.ruleset_approval import RulesetApproval


class TriageEvaluation(models.Model):
    """One per check-in, and known by it."""

    check_in = models.OneToOneField(
        CheckIn, primary_key=True, on_delete=models.PROTECT, related_name="evaluation"
    )
    created_at = models.DateTimeField(default=clock.now, editable=False)
    ruleset = models.CharField(max_length=20)
    # Where the clinic had approved a rule set: its thresholds are part of the replay.
    approval = models.ForeignKey(
        RulesetApproval,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    level = models.PositiveSmallIntegerField()
    facts = models.JSONField()
    findings = models.JSONField()

    def __str__(self) -> str:
        return f"Evaluation of {self.check_in_id}"
