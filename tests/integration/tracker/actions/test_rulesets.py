"""Who approves which rule set: stored once, in force at once, refused with reasons."""

from decimal import Decimal
from typing import Any

import pytest

from backend.accounts.models import Clinic, User
from backend.audit.models import AuditEvent
from backend.common.errors import Conflict, InvalidInput
from tracker.actions import rulesets
from tracker.clinical.triage.rulesets import CURRENT
from tracker.models import RulesetApproval
from tracker.queries import ruleset_approvals


def approve(clinic: Clinic, by: User, **changes: Any) -> RulesetApproval:
    values: dict[str, Any] = {
        "version": "2026.1",
        "thresholds": {},
        "alert_budget": "5",
        "note": "Read by the medical board.",
        "replaces": None,
    }
    return rulesets.approve(clinic=clinic, by=by, **(values | changes))


def test_clinic_without_approval_is_judged_as_released(clinic_a: Clinic) -> None:
    held = ruleset_approvals.in_force(clinic_a)

    assert (held.ruleset.version, held.approval, held.alert_budget) == (
        CURRENT,
        None,
        Decimal(5),
    )


def test_approval_is_in_force_with_its_moves_and_audited(
    clinic_a: Clinic, clinic_b: Clinic, lena: User
) -> None:
    approval = approve(
        clinic_a,
        lena,
        thresholds={"fever_c": "38,2", "severe_pain": "8", "warm_c": ""},
        alert_budget="2,5",
    )

    held = ruleset_approvals.in_force(clinic_a)
    event = AuditEvent.objects.get(action="ruleset.approved")
    assert held.approval == approval
    assert held.ruleset.parameters.fever_c == 38.2
    assert held.alert_budget == Decimal("2.5")
    assert approval.parameters == {"fever_c": 38.2}
    assert (event.actor_name, event.clinic_id) == ("Lena Ito", clinic_a.pk)
    assert event.detail == {
        "version": "2026.1",
        "parameters": {"fever_c": 38.2},
        "alert_budget": "2.5",
    }
    assert ruleset_approvals.in_force(clinic_b).approval is None


def test_approving_twice_is_harmless(clinic_a: Clinic, lena: User) -> None:
    first = approve(clinic_a, lena)

    assert approve(clinic_a, lena) == first
    assert RulesetApproval.objects.count() == 1


def test_going_back_is_approving_again(clinic_a: Clinic, lena: User) -> None:
    first = approve(clinic_a, lena, thresholds={"fever_c": "37.9"})
    second = approve(clinic_a, lena, replaces=first.pk)

    third = approve(
        clinic_a, lena, thresholds=first.parameters, replaces=second.pk, note="Back."
    )

    assert list(ruleset_approvals.history(clinic_a)) == [third, second, first]
    assert ruleset_approvals.in_force(clinic_a).ruleset.parameters.fever_c == 37.9


def test_approval_that_another_one_overtook_is_refused(
    clinic_a: Clinic, lena: User
) -> None:
    approve(clinic_a, lena)

    with pytest.raises(Conflict, match="Another rule set was approved"):
        approve(clinic_a, lena, thresholds={"fever_c": "37.9"})
    assert RulesetApproval.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"thresholds": {"fever_c": "39"}}, "fever_c", "is a number from 37.5 to 38.3"),
        ({"thresholds": {"R01": "0"}}, "R01", "There is no threshold R01."),
        ({"version": "1999.1"}, "version", "There is no rule set '1999.1'."),
        ({"alert_budget": "0.4"}, "alert_budget", "from 0.5 to 50"),
        ({"alert_budget": "50.1"}, "alert_budget", "from 0.5 to 50"),
        ({"alert_budget": "2.55"}, "alert_budget", "from 0.5 to 50"),
        ({"alert_budget": "NaN"}, "alert_budget", "from 0.5 to 50"),
        ({"alert_budget": "many"}, "alert_budget", "from 0.5 to 50"),
        ({"note": " "}, "note", "Say why you approve this rule set."),
        ({"note": "x" * 2001}, "note", "The note has at most 2000 characters."),
    ],
)
def test_what_cannot_be_approved_is_named_and_nothing_is_stored(
    clinic_a: Clinic,
    lena: User,
    changes: dict[str, Any],
    field: str,
    sentence: str,
) -> None:
    with pytest.raises(InvalidInput) as caught:
        approve(clinic_a, lena, **changes)

    (error,) = caught.value.errors
    assert error["field"] == field
    assert sentence in error["message"]
    assert not RulesetApproval.objects.exists()


@pytest.mark.parametrize("budget", ["0.5", "50", 7])
def test_budget_is_taken_up_to_its_limits(
    clinic_a: Clinic, lena: User, budget: object
) -> None:
    assert approve(clinic_a, lena, alert_budget=budget).alert_budget == Decimal(
        str(budget)
    )


def test_every_fault_is_named_at_once(clinic_a: Clinic, lena: User) -> None:
    with pytest.raises(InvalidInput) as caught:
        approve(
            clinic_a,
            lena,
            thresholds={"fever_c": "1", "warm_c": "2"},
            note="",
            alert_budget="",
        )

    assert [e["field"] for e in caught.value.errors] == [
        "fever_c",
        "warm_c",
        "alert_budget",
        "note",
    ]
