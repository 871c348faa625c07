"""The rule set a clinic is judged by: the newest it approved, else as released.

As released means the version it has been judged by since before a newer one was out,
or for a new clinic the current one.
"""

import logging
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

import orjson
from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject

from backend.accounts.models import Clinic
from tracker.clinical.triage.rulesets import CURRENT, RULESETS, RuleSet
from tracker.models import KeptRuleset, RulesetApproval

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
    of_clinic = OuterRef("pk")
    newest = RulesetApproval.objects.filter(clinic=of_clinic).order_by(
        "-created_at", "-pk"
    )
    approved = JSONObject(id="pk", version="version", parameters="parameters")
    kept = KeptRuleset.objects.filter(clinic=of_clinic)
    rows = Clinic.objects.filter(pk__in=clinic_ids).values_list(
        "pk",
        Subquery(newest.values(held=approved)[:1]),
        Subquery(kept.values("version")[:1]),
    )
    return {clinic: _held(approval, version) for clinic, approval, version in rows}


def _held(approval: dict[str, Any] | None, kept: str | None) -> ClinicRules:
    if approval is not None:
        stored = [approval["id"], approval["version"], approval["parameters"]]
        return from_stored(orjson.dumps(stored).decode())
    return from_stored(orjson.dumps([None, kept, {}]).decode()) if kept else RELEASED


@lru_cache(maxsize=256)
def from_stored(stored: str | None) -> ClinicRules:
    """The rules of `[approval id, version, moved thresholds]` in JSON.

    Without an id it is a version that nobody approved here, and that still holds. The
    same text is the same rules, so they are cached. An approval that can no longer be
    read silences nothing: the released thresholds judge until somebody mends it.
    """
    if stored is None:
        return RELEASED
    approval_id, version, parameters = orjson.loads(stored)
    try:
        ruleset = RULESETS[version].with_parameters(**parameters)
    except Exception:
        logger.exception("approval %s cannot be read: released rules", approval_id)
        return ClinicRules(RULESETS.get(version, RULESETS[CURRENT]), None)
    return ClinicRules(ruleset, UUID(approval_id) if approval_id else None)
