"""CheckIn: one entry of a patient. Never overwritten; a correction names it."""

from django.conf import settings
from django.db import models

from backend.accounts.models import Clinic
from backend.common import clock
from tracker.models.episode import Episode


class CheckIn(models.Model):
    """`id` is the UUID the phone made, so that sending twice stores once."""

    id = models.UUIDField(primary_key=True)
    # The episode's clinic again. The episode is what the database checks: a check
    # of this one too would have every check-in of a clinic lock the same row.
    clinic = models.ForeignKey(
        Clinic,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    # Found through the index of episode and time below.
    episode = models.ForeignKey(
        Episode, on_delete=models.PROTECT, related_name="check_ins", db_index=False
    )
    local_date = models.DateField()
    day = models.IntegerField()
    recorded_at = models.DateTimeField()
    received_at = models.DateTimeField(default=clock.now)
    is_late = models.BooleanField(default=False)
    pain = models.SmallIntegerField(null=True)
    mobility = models.SmallIntegerField(null=True)
    # Every answer in tracker.clinical.answers.Answers' stored form.
    answers = models.JSONField()
    corrects = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="corrected_by"
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pain=None) | models.Q(pain__range=(0, 10)),
                name="tracker_check_in_pain_is_0_to_10",
            ),
            models.CheckConstraint(
                condition=models.Q(mobility=None) | models.Q(mobility__range=(0, 10)),
                name="tracker_check_in_mobility_is_0_to_10",
            ),
        ]
        indexes = [
            models.Index(
                fields=["episode", "-recorded_at"], name="check_in_episode_time"
            )
        ]

    def __str__(self) -> str:
        return f"Check-in of {self.local_date}"
