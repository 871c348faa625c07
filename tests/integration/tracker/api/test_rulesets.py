"""Rule sets and their precision over HTTP: for leads, and only of their clinic."""

from typing import Any

import pytest

from backend.accounts.models import Clinic, User
from tests.integration.tracker.actions.test_rulesets import approve
from tests.integration.tracker.api.calls import Call, fields
from tests.integration.tracker.management.test_replay_triage import judge
from tests.integration.tracker.queries.test_precision import NUMB, closed
from tracker.clinical.triage.parameters import THRESHOLDS
from tracker.clinical.triage.rulesets import CURRENT, RULESETS
from tracker.models import Episode


def answer(call: Call, who: User, path: str) -> Any:
    said = call(who, "GET", path)
    assert said.status_code == 200
    return said.json()


def test_versions_hold_every_rule_and_threshold(call: Call, lena: User) -> None:
    *earlier, version = answer(call, lena, "/rulesets")["versions"]

    assert [one["version"] for one in earlier] == ["2026.1", "2026.2"]
    assert not any(one["is_current"] for one in earlier)
    assert (version["version"], version["is_current"]) == (CURRENT, True)
    rules = RULESETS[CURRENT].rules + RULESETS[CURRENT].day_rules
    fever = next(rule for rule in version["rules"] if rule["id"] == "R09")
    assert {rule["id"] for rule in version["rules"]} == {r for r, _ in rules}
    assert fever["levels"] == ["emergency"]
    assert fever["thresholds"] == ["fever_c"]
    assert "38 °C or more" in fever["looks_for"]
    assert [t["name"] for t in version["thresholds"]] == list(THRESHOLDS)
    assert version["thresholds"][0] == {
        "name": "fever_c",
        "label": "Fever begins at",
        "unit": "°C",
        "released": 38.0,
        "low": 37.5,
        "high": 38.3,
        "source": "100.4 to 100.5 F in hospital discharge sheets",
    }


def test_clinic_without_approval_is_judged_as_released(call: Call, lena: User) -> None:
    said = answer(call, lena, "/rulesets")

    assert said["approvals"] == []
    assert (said["in_force"]["version"], said["in_force"]["approval"]) == (
        CURRENT,
        None,
    )
    assert said["in_force"]["alert_budget"] == 5.0


def test_approval_in_force_is_named(
    call: Call, clinic_a: Clinic, clinic_b: Clinic, lena: User, bo: User
) -> None:
    held = approve(clinic_a, lena, thresholds={"fever_c": 37.8}, alert_budget="2.5")
    approve(clinic_b, bo, thresholds={"severe_pain": 9})

    said = answer(call, lena, "/rulesets")

    (approval,) = said["approvals"]
    assert said["in_force"]["approval"] == approval["id"] == str(held.pk)
    assert said["in_force"]["parameters"]["fever_c"] == 37.8
    assert said["in_force"]["parameters"]["severe_pain"] == 8
    assert approval["parameters"] == {"fever_c": 37.8}
    assert approval["alert_budget"] == 2.5
    assert approval["approved_by"] == {"id": str(lena.pk), "name": "Lena Ito"}


def test_precision_and_load_are_counted(
    call: Call, lena: User, ada: User, pats_episode: Episode
) -> None:
    judge(pats_episode, 1, symptoms=NUMB)
    judge(pats_episode, 2)
    closed(pats_episode, 3, ada, "advice_given")

    said = answer(call, lena, "/rulesets/precision?days=28")

    month, quarter = said["load"]
    assert month == quarter | {"days": 28}
    assert (month["check_ins"], month["alerts"], month["per_100"]) == (2, 1, 50.0)
    assert month["is_over_budget"] is True
    assert month["rules"] == [{"rule": "R07", "check_ins": 1, "per_100": 50.0}]
    (rule,) = said["rules"]
    assert rule["median_wait_seconds"] == 0
    assert rule | {"median_wait_seconds": None} == {
        "rule": "R07",
        "ruleset": "2026.1",
        "opened": 1,
        "resolved": 1,
        "useful": 1,
        "precision": None,
        "reasons": {"advice_given": 1},
        "owned": 1,
        "in_time": 1,
        "median_wait_seconds": None,
    }


def test_stretch_that_is_not_offered_is_refused(call: Call, lena: User) -> None:
    assert fields(call(lena, "GET", "/rulesets/precision?days=7")) == ["days"]


@pytest.mark.parametrize("path", ["/rulesets", "/rulesets/precision"])
def test_others_may_not(call: Call, ada: User, cleo: User, path: str) -> None:
    assert [call(who, "GET", path).status_code for who in (ada, cleo)] == [403, 403]
