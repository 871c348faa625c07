"""VisitQuestions: what the patient wants to ask at the next visit."""

from django.db import models

from backend.common import clock
from tracker.models.episode import Episode


class VisitQuestions(models.Model):
    """The patient's own words on their summary; theirs to change at any time."""

    episode = models.OneToOneField(
        Episode,
        primary_key=True,
        on_delete=models.PROTECT,
        related_name="visit_questions",
    )
    text = models.TextField(max_length=1000, blank=True)
    changed_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"Questions of {self.episode_id}"
