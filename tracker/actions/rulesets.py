"""Approve the rule set that judges a clinic's reports from now on."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from uuid import UUID

from django.db import transaction

from backend.accounts.models import Clinic, User
from backend.audit import recorder
from backend.common.errors import Conflict, InvalidInput
from backend.common.visible import trimmed
from tracker.clinical.triage.moves import InvalidMoves, read_moves
from tracker.clinical.triage.rulesets import RULESETS
from tracker.models import RulesetApproval

LEAST_BUDGET, MOST_BUDGET = Decimal("0.5"), Decimal(50)
LONGEST_NOTE = 2000


@transaction.atomic
def approve(
    *,
    clinic: Clinic,
    version: str,
    thresholds: Mapping[str, object],
    alert_budget: object,
    note: str,
    replaces: UUID | None,
    by: User,
) -> RulesetApproval:
    """Store the approval; it holds at once, and doing it twice is harmless.

    `thresholds` may come as typed. `replaces` is the approval the person was shown as
    in force: Conflict where another one has taken its place since. Raises InvalidInput
    with every fault at once.
    """
    values = _checked(version, thresholds, alert_budget, note)
    # Two leads approving at once: the row lock makes the second one see the first.
    Clinic.objects.select_for_update().get(pk=clinic.pk)
    newest = (
        RulesetApproval.objects.filter(clinic=clinic)
        .order_by("-created_at", "-pk")
        .first()
    )
    if (newest.pk if newest else None) != replaces:
        if newest is not None and _is_same(newest, values, by):
            return newest
        raise Conflict(
            "Another rule set was approved while you were reading. Look at what is in"
            " force now, then approve again.",
            code="already_replaced",
        )
    approval = RulesetApproval.objects.create(clinic=clinic, approved_by=by, **values)
    recorder.record(
        "ruleset.approved",
        target=approval,
        by=by,
        version=version,
        parameters=approval.parameters,
        alert_budget=str(approval.alert_budget),
    )
    return approval


def _is_same(newest: RulesetApproval, values: Mapping[str, object], by: User) -> bool:
    return newest.approved_by_id == by.pk and all(
        getattr(newest, name) == value for name, value in values.items()
    )


def _checked(
    version: str, thresholds: Mapping[str, object], alert_budget: object, note: str
) -> dict[str, object]:
    errors: list[dict[str, str]] = []
    moves: dict[str, float] = {}
    budget = _budget(alert_budget)
    if version not in RULESETS:
        errors.append(
            _error("version", "unknown_code", f"There is no rule set {version[:20]!r}.")
        )
    else:
        try:
            moves = read_moves(thresholds, RULESETS[version])
        except InvalidMoves as invalid:
            errors += [_error(e.field, "out_of_range", str(e)) for e in invalid.errors]
    if budget is None:
        accepted = "The alert budget is a number from 0.5 to 50, such as 5 or 2.5."
        errors.append(_error("alert_budget", "out_of_range", accepted))
    words = trimmed(note)
    if not words:
        errors.append(_error("note", "required", "Say why you approve this rule set."))
    elif len(words) > LONGEST_NOTE:
        too_long = f"The note has at most {LONGEST_NOTE} characters."
        errors.append(_error("note", "too_long", too_long))
    if errors:
        raise InvalidInput(errors)
    return {
        "version": version,
        "parameters": moves,
        "alert_budget": budget,
        "note": words,
    }


def _budget(typed: object) -> Decimal | None:
    """A number within the limits with at most one decimal, or None."""
    try:
        budget = Decimal(str(typed).strip().replace(",", "."))
    except InvalidOperation:
        return None
    if not budget.is_finite() or not LEAST_BUDGET <= budget <= MOST_BUDGET:
        return None
    return budget if budget == budget.quantize(Decimal("0.1")) else None


def _error(field: str, code: str, message: str) -> dict[str, str]:
    return {"field": field, "code": code, "message": message}
