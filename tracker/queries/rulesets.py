"""The rule set a clinic is judged by: the newest it approved, else as released."""

import logging
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

import orjson

from backend.accounts.models import Clinic
from tracker.clinical.triage.rulesets import CURRENT, RULESETS, RuleSet
from tracker.models import RulesetApproval

logger = logging.getLogger(__name__)


class ClinicRules(NamedTuple):
    """A rule set with the clinic's thresholds, and the approval it comes from.

    Without an approval the thresholds are the released ones.
    """

    ruleset: RuleSet
    approval_id: UUID | None


RELEASED = ClinicRules(RULESETS[CURRENT], None)


def ruleset_for(clinic: Clinic) -> ClinicRules:
    """What judges the reports of a clinic from now on."""
    return by_clinic([clinic.pk])[clinic.pk]


def by_clinic(clinic_ids: list[UUID]) -> dict[UUID, ClinicRules]:
    """The same for several clinics, with one query."""
    newest = (
        RulesetApproval.objects.filter(clinic__in=clinic_ids)
        .order_by("clinic", "-created_at", "-pk")
        .distinct("clinic")
        .values_list("clinic", "pk", "version", "parameters")
    )
    found = {
        clinic: from_stored(orjson.dumps([str(pk), version, parameters]).decode())
        for clinic, pk, version, parameters in newest
    }
    return {clinic: found.get(clinic, RELEASED) for clinic in clinic_ids}


@lru_cache(maxsize=256)
def from_stored(stored: str | None) -> ClinicRules:
    """The rules of `[approval id, version, moved thresholds]` in JSON.

    The same text is the same rules, so they are kept. An approval that can no longer
    be read silences nothing: the released thresholds judge until somebody mends it.
    """
    if stored is None:
        return RELEASED
    approval_id, version, parameters = orjson.loads(stored)
    try:
        ruleset = RULESETS[version].with_parameters(**parameters)
    except Exception:
        logger.exception("approval %s cannot be read: released rules", approval_id)
        return ClinicRules(RULESETS.get(version, RULESETS[CURRENT]), None)
    return ClinicRules(ruleset, UUID(approval_id))
