"""CaseloadRow: one maintained summary row per episode, for the worklist.

It can be rebuilt from the check-ins and alerts at any time. Its version is also
the guard of a check-in: whoever read an older one tries again.
"""

from django.db import models

from backend.accounts.models import Clinic
from tracker.models.episode import Episode

# In care, or with a live alert: a call from a closed course must not go unseen.
ON_WORKLIST = models.Q(is_active=True) | models.Q(alert_level__gt=0)


class CaseloadRow(models.Model):
    episode = models.OneToOneField(
        Episode, primary_key=True, on_delete=models.PROTECT, related_name="caseload"
    )
    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=0)
    last_entry_at = models.DateTimeField(null=True)
    last_day = models.IntegerField(null=True)
    last_pain = models.SmallIntegerField(null=True)
    last_mobility = models.SmallIntegerField(null=True)
    # Up to 14 pairs [day, median pain], oldest first.
    trend = models.JSONField(default=list)
    # Pain now against the person's own median of the seven days before.
    change = models.DecimalField(max_digits=3, decimal_places=1, null=True)
    # The highest live alert: its level, and since when nobody has owned it.
    alert_level = models.PositiveSmallIntegerField(default=0)
    unowned_level = models.PositiveSmallIntegerField(default=0)
    waiting_since = models.DateTimeField(null=True)
    live_alerts = models.PositiveSmallIntegerField(default=0)
    # Recounted every few minutes: it changes with the date, not with an entry.
    overdue_questionnaires = models.PositiveSmallIntegerField(default=0)
    is_active = models.BooleanField(default=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["clinic", "-unowned_level", "-alert_level", "waiting_since"],
                condition=ON_WORKLIST,
                name="caseload_order",
            )
        ]

    def __str__(self) -> str:
        return f"Caseload row of {self.episode_id}"
