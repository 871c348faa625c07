"""SummaryLink: a patient lets somebody without an account read their summary."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from backend.accounts.models import Clinic
from backend.common.models import BaseModel
from tracker.models.episode import Episode


class SummaryLink(BaseModel):
    """One link with its code; neither is stored, so neither can be shown again."""

    clinic = models.ForeignKey(
        Clinic, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    episode = models.ForeignKey(
        Episode, on_delete=models.PROTECT, related_name="summary_links"
    )
    # For whom, in the patient's own words.
    name = models.CharField(max_length=80, blank=True)
    token_digest = models.CharField(max_length=64, unique=True)
    # Keyed with our secret: six digits alone would be guessed from a bare digest.
    code_digest = models.CharField(max_length=64)
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    expires_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="tracker_summary_link_revoked_at_and_by_together",
            ),
        ]

    def __str__(self) -> str:
        return f"Summary link {self.pk}"


class SummaryLinkRead(BaseModel):
    """One time that somebody with link and code read the summary. No address."""

    link = models.ForeignKey(
        SummaryLink, on_delete=models.PROTECT, related_name="reads"
    )
    browser = models.CharField(max_length=60, blank=True)

    def __str__(self) -> str:
        return f"Read of {self.link_id}"
