"""Approving on the page: what changes is named, nothing typed is lost."""

from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import Clinic, User
from tests.integration.tracker.actions.test_rulesets import approve
from tracker.models import RulesetApproval

APPROVE = "/clinic/rules/approve"


@pytest.fixture
def as_lena(lena: User, signed_in: Any) -> Client:
    return signed_in(lena)


def form(**changes: str) -> dict[str, str]:
    return {
        "version": "2026.1",
        "alert_budget": "5",
        "note": "Read by the board.",
        "replaces": "",
        "confirm": "yes",
    } | changes


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_page_names_what_changes(as_lena: Client) -> None:
    page = words(as_lena.get(APPROVE, {"version": "2026.1", "fever_c": "37.8"}))

    assert "These thresholds change from what is in force now" in page
    assert "<td>38</td><td><b>37.8</b></td>" in page
    assert "I approve rule set 2026.1 with 1 changed threshold." in page


def test_approval_is_stored_with_name_and_note(
    as_lena: Client, clinic_a: Clinic, lena: User
) -> None:
    answer = as_lena.post(APPROVE, form(fever_c="37.8", alert_budget="4"), follow=True)

    stored = RulesetApproval.objects.get(clinic=clinic_a)
    assert stored.parameters == {"fever_c": 37.8}
    assert (stored.approved_by, stored.note) == (lena, "Read by the board.")
    assert "Approved. It judges every new report from now on." in words(answer)


def test_page_without_a_query_offers_what_is_in_force(
    as_lena: Client, clinic_a: Clinic, lena: User
) -> None:
    held = approve(clinic_a, lena, thresholds={"fever_c": "37.8"}, alert_budget="2.5")

    page = words(as_lena.get(APPROVE))

    assert "No threshold changes" in page
    assert 'name="fever_c" value="37.8"' in page
    assert 'name="alert_budget" value="2.5"' in page
    assert f'name="replaces" value="{held.pk}"' in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"fever_c": "39"}, "is a number from 37.5 to 38.3. 39 lies outside."),
        ({"alert_budget": "60"}, "The alert budget is a number from 0.5 to 50"),
        ({"note": ""}, "Say why you approve this rule set."),
        ({"confirm": ""}, "Tick the box to say"),
        ({"version": "1999.1"}, "There is no rule set"),
    ],
)
def test_wrong_field_is_named_and_what_was_typed_stays(
    as_lena: Client, changes: dict[str, str], sentence: str
) -> None:
    typed = form(severe_pain="9", note="Because of the audit.") | changes

    answer = as_lena.post(APPROVE, typed)

    page = words(answer)
    assert answer.status_code == 422
    assert sentence in page
    assert 'name="severe_pain" value="9"' in page
    for name in {"fever_c", "alert_budget"} & set(changes):
        assert f'name="{name}" value="{changes[name]}"' in page
    assert ("Because of the audit." in page) is ("note" not in changes)
    assert not RulesetApproval.objects.exists()


def test_somebody_was_faster(as_lena: Client, clinic_a: Clinic, lena: User) -> None:
    approve(clinic_a, lena, thresholds={"fever_c": "37.9"})

    answer = as_lena.post(APPROVE, form(severe_pain="9"))

    page = words(answer)
    assert answer.status_code == 409
    assert "Another rule set was approved while you were reading." in page
    assert "<td>37.9</td><td><b>38</b></td>" in page
    assert 'name="severe_pain" value="9"' in page
    assert RulesetApproval.objects.count() == 1


def test_address_with_a_threshold_outside_is_refused(as_lena: Client) -> None:
    answer = as_lena.get(APPROVE, {"version": "2026.1", "fever_c": "39"})

    assert answer.status_code == 422
    assert "39 lies outside." in words(answer)
