"""Alert: what staff work on. The row holds the state, its events the story."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from backend.accounts.models import Clinic
from backend.common import clock
from backend.common.models import BaseModel
from tracker.models.check_in import CheckIn
from tracker.models.episode import Episode
from tracker.models.episode_evaluation import EpisodeEvaluation


class Alert(BaseModel):
    class Status(models.TextChoices):
        OPEN = "open"
        ACKNOWLEDGED = "acknowledged"
        RESOLVED = "resolved"

    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="alerts")
    episode = models.ForeignKey(
        Episode, on_delete=models.PROTECT, related_name="alerts"
    )
    rule_id = models.CharField(max_length=8)
    ruleset = models.CharField(max_length=20)
    level = models.PositiveSmallIntegerField()
    status = models.CharField(
        max_length=12, choices=Status.choices, default=Status.OPEN
    )
    # The newest finding in tracker.clinical.triage.findings' stored form.
    finding = models.JSONField()
    # What the newest finding is about: an entry, or else the course without one.
    check_in = models.ForeignKey(
        CheckIn, null=True, on_delete=models.PROTECT, related_name="+"
    )
    evaluation = models.ForeignKey(
        EpisodeEvaluation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    reports = models.PositiveIntegerField(default=1)
    last_report_at = models.DateTimeField(default=clock.now)
    # The clock of the current level: restarts when the level is raised.
    waiting_since = models.DateTimeField(default=clock.now)
    # -1 until the first call: a question to the patient may still be open.
    escalation_step = models.SmallIntegerField(default=0)
    snoozed_until = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    resolution = models.CharField(max_length=24, blank=True)
    # What the clinic wrote to the patient when it closed the alert.
    advice_given = models.TextField(blank=True, max_length=2000)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["episode", "rule_id"],
                condition=~Q(status="resolved"),
                name="tracker_alert_one_live_per_episode_and_rule",
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_at=None, acknowledged_by=None)
                | Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
                name="tracker_alert_acknowledged_at_and_by_together",
            ),
            models.CheckConstraint(
                condition=Q(resolved_at=None, resolved_by=None)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="tracker_alert_resolved_at_and_by_together",
            ),
            models.CheckConstraint(
                condition=~Q(status="resolved") | ~Q(resolution=""),
                name="tracker_alert_resolved_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(check_in__isnull=True, evaluation__isnull=False)
                | Q(check_in__isnull=False, evaluation__isnull=True),
                name="tracker_alert_has_one_cause",
            ),
        ]
        indexes = [
            models.Index(
                fields=["waiting_since"],
                condition=Q(status="open"),
                name="alert_unowned",
            ),
            models.Index(fields=["clinic", "-created_at"], name="alert_clinic_time"),
        ]

    def __str__(self) -> str:
        return f"{self.rule_id} of {self.episode_id}"

    @property
    def day(self) -> int:
        """The day of the plan that the newest finding is about."""
        return self._cause.day

    @property
    def local_date(self) -> date:
        """The date that the newest finding is about."""
        return self._cause.local_date

    @property
    def _cause(self) -> CheckIn | EpisodeEvaluation:
        cause = self.check_in or self.evaluation
        assert cause is not None  # a constraint of the table
        return cause


class AlertEvent(BaseModel):
    """One step: opened, repeated, raised, escalated, acknowledged, noted, ..."""

    alert = models.ForeignKey(Alert, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=16)
    # Empty for the system's own steps.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    level = models.PositiveSmallIntegerField(null=True)
    note = models.TextField(blank=True, max_length=4000)
    check_in = models.ForeignKey(
        CheckIn, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["alert", "created_at"], name="alert_steps")]

    def __str__(self) -> str:
        return f"{self.kind} {self.alert_id}"
