"""The rules in force: what the lead reads before signing."""

from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import Clinic, User
from tests.integration.tracker.actions.test_rulesets import approve
from tracker.clinical.triage.rulesets import CURRENT, RULESETS
from tracker.models import KeptRuleset, RulesetApproval

RULES = "/clinic/rules"


@pytest.fixture
def as_lena(lena: User, signed_in: Any) -> Client:
    return signed_in(lena)


def text(client: Client, path: str, **query: str) -> str:
    answer = client.get(path, query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_rules_nobody_has_approved_say_so(as_lena: Client) -> None:
    page = text(as_lena, RULES)

    assert "As released; nobody of your clinic has approved it yet." in page
    assert "Approve it as released" in page
    assert "There is no switch that turns one off" in page


def test_every_rule_is_there_with_its_thresholds_and_source(as_lena: Client) -> None:
    page = text(as_lena, RULES)

    ruleset = RULESETS[CURRENT]
    ids = dict.fromkeys(r for r, _ in ruleset.rules + ruleset.day_rules)
    assert f"All {len(ids)} rules" in page
    for rule_id in ids:
        assert f'id="{rule_id}"' in page
    assert "Fever begins at <b>38</b>" in page
    assert "37.5 to 38.3 · 100.4 to 100.5 F in hospital discharge sheets" in page
    assert 'class="moved"' not in page


def test_approved_rules_name_who_and_what_was_moved(
    as_lena: Client, clinic_a: Clinic, lena: User
) -> None:
    first = approve(clinic_a, lena, thresholds={"fever_c": "37.8"}, note="Checked.")
    approve(clinic_a, lena, replaces=first.pk, note="Back to the release.")

    page = text(as_lena, RULES)

    assert "Approved by <b><bdi>Lena Ito</bdi></b>" in page
    assert "Every threshold is as released." in page
    assert "Fever begins at 37.8 (released 38)" in page
    assert "/clinic/rules/approve?version=2026.1&amp;fever_c=37.8" in page


def test_moved_threshold_is_marked_and_read_in_the_rules(
    as_lena: Client, clinic_a: Clinic, lena: User
) -> None:
    approve(clinic_a, lena, thresholds={"fever_c": "37.8"})

    page = text(as_lena, RULES)

    assert "moved from 38" in page
    assert "a reading of 37.8 °C or more" in page


def test_newer_version_waits_for_the_lead(
    as_lena: Client, clinic_a: Clinic, lena: User
) -> None:
    KeptRuleset.objects.create(clinic=clinic_a, version="2026.1")

    page = text(as_lena, RULES)
    asked = text(as_lena, f"{RULES}/approve", version=CURRENT)
    approve(clinic_a, lena, version=CURRENT)

    assert '<h2 id="held">Rule set 2026.1</h2>' in page
    assert f"Rule set {CURRENT} is released. It judges here only once you" in page
    assert f'href="/clinic/rules/approve?version={CURRENT}"' in page
    assert "otherwise than in rule set 2026.1; all others are the same." in asked
    assert "and none of the three days lower" in asked
    assert "and not falling. Urgent together with R22." in asked
    assert "No threshold changes" not in asked
    after = text(as_lena, RULES)
    assert f'<h2 id="held">Rule set {CURRENT}</h2>' in after
    assert "only once you approve it" not in after


def test_other_clinic_sees_nothing_of_it(
    clinic_a: Clinic, clinic_b: Clinic, lena: User, bo: User, signed_in: Any
) -> None:
    approve(clinic_a, lena, thresholds={"fever_c": "37.8"}, note="Checked here.")
    bo.memberships.update(role="lead")

    page = text(signed_in(bo), RULES)

    assert "nobody of your clinic has approved it yet" in page
    assert "Checked here." not in page


UNREADABLE = [
    ("2026.1", {"fever_c": 45}),
    ("2026.1", {"fever_c": "warm"}),
    ("2026.1", ["fever_c"]),
    ("1999.9", {}),
]


@pytest.mark.parametrize(("version", "parameters"), UNREADABLE)
def test_newest_approval_that_cannot_be_read_is_said_and_can_be_replaced(
    as_lena: Client, clinic_a: Clinic, lena: User, version: str, parameters: Any
) -> None:
    broken = approve(clinic_a, lena)
    RulesetApproval.objects.filter(pk=broken.pk).update(
        version=version, parameters=parameters
    )

    page = text(as_lena, RULES)
    form = as_lena.get("/clinic/rules/approve").context
    answer = as_lena.post(
        "/clinic/rules/approve",
        {
            "version": CURRENT,
            "alert_budget": "5",
            "note": "Mended.",
            "replaces": form["replaces"].pk,
            "confirm": "yes",
        },
    )

    assert "The newest approval" in page
    assert page.count("cannot be read; the released thresholds judge.") == 2
    assert "nobody of your clinic has approved it yet" not in page
    assert "Go back to this one" not in page
    assert (answer.status_code, answer.headers["Location"]) == (302, RULES)
    assert "The newest approval" not in text(as_lena, RULES)


def test_earlier_approval_that_cannot_be_read_is_said_in_the_list_only(
    as_lena: Client, clinic_a: Clinic, lena: User
) -> None:
    broken = approve(clinic_a, lena)
    approve(clinic_a, lena, replaces=broken.pk, note="Read again.")
    RulesetApproval.objects.filter(pk=broken.pk).update(parameters={"fever_c": 45})

    page = text(as_lena, RULES)

    assert "The newest approval" not in page
    assert page.count("It cannot be read; the released thresholds judge.") == 1
    assert "Approved by <b><bdi>Lena Ito</bdi></b>" in page
