"""AdverseEvent: harm that may come from the procedure, for review and reporting."""

from django.conf import settings
from django.db import models

from backend.accounts.models import Clinic
from backend.common.models import BaseModel
from tracker.models.alert import Alert
from tracker.models.episode import Episode


class AdverseEvent(BaseModel):
    """Codes are those of tracker.clinical.adverse_events."""

    clinic = models.ForeignKey(
        Clinic, on_delete=models.PROTECT, related_name="adverse_events"
    )
    episode = models.ForeignKey(
        Episode, on_delete=models.PROTECT, related_name="adverse_events"
    )
    # The alert it was recorded from, if any.
    alert = models.ForeignKey(
        Alert, null=True, on_delete=models.PROTECT, related_name="adverse_events"
    )
    term = models.CharField(max_length=40)
    narrative = models.TextField(blank=True, max_length=4000)
    onset_on = models.DateField()
    # Counted from the procedure that `product` and `lot` belong to.
    day = models.IntegerField()
    # Structured answers by question, and the grade that they suggest.
    grading = models.JSONField(default=dict)
    grade_suggested = models.PositiveSmallIntegerField(null=True)
    grade = models.PositiveSmallIntegerField()
    # Criteria of seriousness by code; none means not serious.
    seriousness = models.JSONField(default=list)
    relatedness = models.CharField(max_length=20)
    outcome = models.CharField(max_length=20)
    is_infection = models.BooleanField(default=False)
    product = models.CharField(max_length=120, blank=True)
    lot = models.CharField(max_length=120, blank=True)
    supplier = models.CharField(max_length=120, blank=True)
    # The rules it is reported by, and the clock of the report.
    regime = models.CharField(max_length=20, blank=True)
    aware_on = models.DateField()
    report_due_on = models.DateField(null=True)
    # The last report, and the day something new became known since the first one.
    reported_on = models.DateField(null=True)
    news_on = models.DateField(null=True)
    report_reference = models.CharField(max_length=120, blank=True)
    not_reported_because = models.CharField(max_length=500, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(grade__range=(1, 5)),
                name="tracker_adverse_event_grade_is_1_to_5",
            )
        ]
        indexes = [
            models.Index(fields=["clinic", "-onset_on"], name="adverse_event_clinic"),
            models.Index(fields=["clinic", "lot"], name="adverse_event_lot"),
        ]

    def __str__(self) -> str:
        return f"{self.term} of {self.onset_on}"


class AdverseEventRevision(BaseModel):
    """An adverse event as it read before a change. Never edited."""

    adverse_event = models.ForeignKey(
        AdverseEvent, on_delete=models.PROTECT, related_name="revisions"
    )
    version = models.PositiveIntegerField()
    fields = models.JSONField()
    reason = models.CharField(max_length=500)
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["adverse_event", "version"],
                name="tracker_adverse_event_revision_once",
            )
        ]

    def __str__(self) -> str:
        return f"Version {self.version} of {self.adverse_event_id}"
