"""Which rule set a clinic has approved, and all it had approved before."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from backend.accounts.models import Clinic
from tracker.clinical.triage.rulesets import RuleSet
from tracker.models import RulesetApproval
from tracker.queries import rulesets

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
    rules = rulesets.ruleset_for(clinic)
    approval = history(clinic).first() if rules.approval_id else None
    return InForce(rules.ruleset, approval)


def history(clinic: Clinic) -> QuerySet[RulesetApproval]:
    """Every approval, newest first."""
    return (
        RulesetApproval.objects.filter(clinic=clinic)
        .select_related("approved_by")
        .order_by("-created_at", "-pk")
    )
