"""What clinics ask beside the check-in: imported instruments, and the answers."""

from datetime import datetime

from django.conf import settings
from django.db import models

from backend.accounts.models import Clinic
from backend.common.models import BaseModel
from tracker.models.episode import Episode


class ImportedInstrument(BaseModel):
    """One version of a questionnaire that a clinic brought; fixed once confirmed.

    The product ships no licensed wording: who confirms it answers for the licence.
    Until then it is a draft that nobody is asked.
    """

    clinic = models.ForeignKey(
        Clinic, on_delete=models.PROTECT, related_name="instruments"
    )
    code = models.SlugField(max_length=40)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    # tracker.clinical.proms.instrument.Instrument in its stored form.
    definition = models.JSONField()
    # The FHIR R4 Questionnaire as it was uploaded.
    source = models.JSONField()
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    licence_confirmed_at = models.DateTimeField(null=True)
    licence_confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["clinic", "code", "number"],
                name="tracker_imported_instrument_one_per_number",
            ),
            models.CheckConstraint(
                condition=models.Q(licence_confirmed_at=None, licence_confirmed_by=None)
                | models.Q(
                    licence_confirmed_at__isnull=False,
                    licence_confirmed_by__isnull=False,
                ),
                name="tracker_imported_instrument_confirmed_at_and_by",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.number}"


class QuestionnaireResponse(BaseModel):
    """The answers of one occasion; paused until it is completed, then fixed."""

    clinic = models.ForeignKey(Clinic, on_delete=models.PROTECT, related_name="+")
    episode = models.ForeignKey(
        Episode, on_delete=models.PROTECT, related_name="questionnaire_responses"
    )
    instrument = models.CharField(max_length=40)
    instrument_version = models.CharField(max_length=20)
    # Empty for the product's own instruments.
    imported = models.ForeignKey(
        ImportedInstrument, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # The day of the plan it was due on.
    occasion = models.IntegerField()
    answers = models.JSONField(default=dict)
    completed_at = models.DateTimeField(null=True)
    local_date = models.DateField(null=True)
    day = models.IntegerField(null=True)
    # tracker.clinical.proms.scoring.Score in its stored form, once completed.
    score = models.JSONField(null=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["episode", "instrument", "occasion"],
                name="tracker_questionnaire_once_per_occasion",
            ),
            models.CheckConstraint(
                condition=models.Q(completed_at=None, score=None, day=None)
                | models.Q(
                    completed_at__isnull=False, score__isnull=False, day__isnull=False
                ),
                name="tracker_questionnaire_completed_with_score",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrument} of day {self.occasion}"

    @property
    def received_at(self) -> datetime | None:
        """When it became a report, in a check-in's word for it."""
        return self.completed_at
