"""KeptRuleset: the version a clinic stays with until its lead approves another."""

from django.db import models

from backend.accounts.models import Clinic
from backend.common.models import BaseModel


class KeptRuleset(BaseModel):
    """What judges a clinic that has approved nothing, where a newer version is out.

    The migration that comes with a new version writes a row for each clinic that it
    would otherwise move: no rule changes for anybody without a lead's approval. Once
    there is an approval the row says nothing any more.
    """

    clinic = models.OneToOneField(Clinic, on_delete=models.PROTECT, related_name="+")
    version = models.CharField(max_length=20)

    def __str__(self) -> str:
        return f"{self.version} at {self.clinic_id}"
