"""Which rule set a clinic has approved, and all it had approved before."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from backend.accounts.models import Clinic
from tracker.clinical.triage.rulesets import CURRENT, RULESETS, RuleSet
from tracker.models import RulesetApproval

RELEASED_BUDGET: Decimal = RulesetApproval._meta.get_field("alert_budget").default


@dataclass(frozen=True, slots=True)
class InForce:
    """The rule set that judges a clinic's reports; without approval as released."""

    ruleset: RuleSet
    approval: RulesetApproval | None

    @property
    def alert_budget(self) -> Decimal:
        """Check-ins at soon or above per 100 that the clinic is ready to read."""
        return self.approval.alert_budget if self.approval else Decimal(RELEASED_BUDGET)


def in_force(clinic: Clinic) -> InForce:
    """The newest approval's rule set, or the current version as released."""
    approval = history(clinic).first()
    if approval is None:
        return InForce(RULESETS[CURRENT], None)
    return InForce(ruleset_of(approval), approval)


def history(clinic: Clinic) -> QuerySet[RulesetApproval]:
    """Every approval, newest first."""
    return (
        RulesetApproval.objects.filter(clinic=clinic)
        .select_related("approved_by")
        .order_by("-created_at", "-pk")
    )


def ruleset_of(approval: RulesetApproval) -> RuleSet:
    """The approved version with the thresholds the clinic moved."""
    return RULESETS[approval.version].with_parameters(**approval.parameters)
