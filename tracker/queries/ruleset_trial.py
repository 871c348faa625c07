"""A rule set tried on what a clinic's rules have judged before. Changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from backend.accounts.models import Clinic
from tracker.clinical.cases.comparison import Comparison, compare
from tracker.clinical.triage.rulesets import RuleSet
from tracker.models import Patient, RulesetApproval
from tracker.queries import evaluations, ruleset_approvals

NEWEST = 10_000
"""So many check-ins are judged again within two seconds; a page does not wait longer.

The command `replay_triage` has no limit.
"""


@dataclass(frozen=True, slots=True)
class Trial:
    """What would have changed. `left_out`: older check-ins that were not tried.

    `judged_by` pairs what judged them at the time with how many: a version with the
    approval it came from, if any.
    """

    comparison: Comparison
    since: date
    left_out: int
    patients: Mapping[str, str]
    judged_by: list[tuple[str, RulesetApproval | None, int]]


def on_the_past(clinic: Clinic, ruleset: RuleSet, *, since: date) -> Trial:
    """Judge the clinic's newest evaluations about `since` or later again."""
    comparison = compare(
        evaluations.stored(since=since, clinic=clinic, newest=NEWEST), ruleset
    )
    total = evaluations.count(since=since, clinic=clinic)
    return Trial(
        comparison,
        since,
        max(total - NEWEST, 0),
        _names(clinic, comparison),
        _judged_by(clinic, comparison),
    )


def _names(clinic: Clinic, comparison: Comparison) -> dict[str, str]:
    """The patients of the examples, by id."""
    ids = {
        example.judged.patient_id
        for change in comparison.rules.values()
        for example in change.examples
    }
    rows = Patient.objects.filter(clinic=clinic, pk__in=ids).values_list("pk", "name")
    return {str(pk): name for pk, name in rows}


def _judged_by(
    clinic: Clinic, comparison: Comparison
) -> list[tuple[str, RulesetApproval | None, int]]:
    approvals = {str(a.pk): a for a in ruleset_approvals.history(clinic)}
    return [
        (version, approvals.get(approval_id), count)
        for (version, approval_id), count in comparison.judged_by.most_common()
    ]
