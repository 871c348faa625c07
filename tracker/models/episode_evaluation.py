"""EpisodeEvaluation: what the rules said where they judged no new check-in."""

from django.db import models

from backend.common.models import BaseModel
from tracker.models.check_in import CheckIn
from tracker.models.episode import Episode
from tracker.models.questionnaire import QuestionnaireResponse
from tracker.models.ruleset_approval import RulesetApproval


class EpisodeEvaluation(BaseModel):
    """Kept where something was found; like a check-in's, it replays to the same."""

    class Cause(models.TextChoices):
        NO_ENTRY = "no_entry"  # a day on which nothing was heard
        LATE_ENTRY = "late_entry"  # an earlier day was filled in, or corrected
        QUESTIONNAIRE = "questionnaire"

    episode = models.ForeignKey(
        Episode, on_delete=models.PROTECT, related_name="evaluations"
    )
    cause = models.CharField(max_length=16, choices=Cause.choices)
    # The entry about an earlier day that made the rules look again, at several days
    # perhaps.
    check_in = models.ForeignKey(
        CheckIn, null=True, on_delete=models.PROTECT, related_name="reevaluations"
    )
    response = models.OneToOneField(
        QuestionnaireResponse,
        null=True,
        on_delete=models.PROTECT,
        related_name="evaluation",
    )
    local_date = models.DateField()
    day = models.IntegerField()
    ruleset = models.CharField(max_length=20)
    approval = models.ForeignKey(
        RulesetApproval, null=True, on_delete=models.PROTECT, related_name="+"
    )
    level = models.PositiveSmallIntegerField()
    facts = models.JSONField()
    findings = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["episode", "local_date"],
                condition=models.Q(cause="no_entry"),
                name="tracker_episode_evaluation_one_per_silent_day",
            )
        ]

    def __str__(self) -> str:
        return f"Evaluation of {self.episode_id} on {self.local_date}"
