"""The patient's plan, its milestones, and today's questions."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from backend.accounts.models import User
from backend.common import clock
from tests.factories.tracker import make_episode, make_patient
from tests.integration.tracker.api.calls import Call
from tracker.actions import plan_reading
from tracker.clinical.education.wording import CARD_WORDS
from tracker.clinical.triage.rulesets import CURRENT
from tracker.models import Episode, MilestoneReached, Patient, RulesetApproval

TICK = "/milestones/desk_work/reached"


def test_the_plan_says_where_the_patient_is(
    call: Call, pat: Patient, pats_episode: Episode
) -> None:
    answer = call(pat.user, "GET", "/plan").json()

    assert (answer["day"], answer["phase"]["code"]) == (9, "initial")
    assert answer["episode"] == str(pats_episode.pk)
    assert answer["check_in_due_today"] is True
    desk = {m["code"]: m for m in answer["milestones"]}["desk_work"]
    day_0 = pats_episode.procedure.performed_on
    assert (desk["state"], desk["first_date"], desk["last_date"]) == (
        "open",
        (day_0 + timedelta(days=3)).isoformat(),
        (day_0 + timedelta(days=14)).isoformat(),
    )
    assert {i["phase"] for i in answer["instructions"]} == {"initial"}
    assert [p["code"] for p in answer["phases"] if p["is_current"]] == ["initial"]


def test_the_plan_brings_the_cards_of_the_day(
    call: Call, pat: Patient, pats_episode: Episode
) -> None:
    answer = call(pat.user, "GET", "/plan").json()

    cards = {card["id"]: card for card in answer["cards"]}
    assert set(cards) == {
        "light_loads",
        "desk_work",
        "leave_inflammation_medicine",
        "worry",
        "heat_ask",
        "temperature",
    }
    assert cards["worry"] == {
        "id": "worry",
        "topic": "stress_and_support",
        "title": "It is all right to worry",
        "text": CARD_WORDS["en"]["worry"].text,
        "language": "en",
    }
    assert answer["card_of_the_day"] in cards


def test_the_plan_says_when_it_was_read(
    call: Call, pat: Patient, pats_episode: Episode
) -> None:
    before = call(pat.user, "GET", "/plan").json()["read_at"]
    reading = plan_reading.stamp(episode=pats_episode, by=pat.user)

    after = call(pat.user, "GET", "/plan").json()["read_at"]

    assert before is None
    assert datetime.fromisoformat(after) == reading.created_at


def test_outside_the_phases_the_plan_brings_no_cards(call: Call, clinic_a: Any) -> None:
    patient = make_patient(clinic_a)
    make_episode(patient, day=200)

    answer = call(patient.user, "GET", "/plan").json()

    assert (answer["cards"], answer["card_of_the_day"]) == ([], None)


def test_a_patient_ticks_a_milestone_and_takes_it_back(
    call: Call, pat: Patient
) -> None:
    def state() -> str:
        plan = call(pat.user, "GET", "/plan").json()
        return str({m["code"]: m for m in plan["milestones"]}["desk_work"]["state"])

    ticked, again = call(pat.user, "POST", TICK), call(pat.user, "POST", TICK)

    today = clock.local_today(pat.zone).isoformat()
    assert ticked.json() == {
        "code": "desk_work",
        "reached_on": today,
        "source": "patient",
    }
    assert again.json() == ticked.json()
    assert state() == "reached"
    assert call(pat.user, "DELETE", TICK).status_code == 204
    assert call(pat.user, "DELETE", TICK).status_code == 204
    assert state() == "open"


def test_staff_tick_for_a_patient_of_their_clinic(
    call: Call, ada: User, bo: User, max_admin: User, pats_episode: Episode
) -> None:
    path = f"{TICK}?episode={pats_episode.pk}"

    assert call(bo, "POST", path).status_code == 404
    assert call(max_admin, "POST", path).status_code == 403
    assert call(ada, "POST", path).json()["source"] == "clinic"
    assert MilestoneReached.objects.get().reached_by == ada
    assert call(bo, "DELETE", path).status_code == 404
    assert call(max_admin, "DELETE", path).status_code == 403
    assert call(ada, "DELETE", path).status_code == 204
    assert not MilestoneReached.objects.exists()


def test_another_patients_milestones_are_out_of_reach(
    call: Call, pia: Patient, pats_episode: Episode
) -> None:
    path = f"{TICK}?episode={pats_episode.pk}"

    assert call(pia.user, "POST", path).status_code == 404
    assert not MilestoneReached.objects.exists()


@pytest.mark.parametrize("query", ["?episode=", "?episode=x", "?episode=%00"])
def test_an_episode_that_is_no_id_is_not_found(
    call: Call, ada: User, query: str
) -> None:
    assert call(ada, "POST", TICK + query).status_code == 404


def test_a_milestone_the_plan_lacks_is_not_found(call: Call, pat: Patient) -> None:
    assert call(pat.user, "POST", "/milestones/flying/reached").status_code == 404


def test_todays_form_holds_all_a_phone_needs(call: Call, pat: Patient) -> None:
    form = call(pat.user, "GET", "/check-in-form").json()

    assert [step["code"] for step in form["steps"]] == [
        "pain",
        "mobility",
        "symptoms",
        "temperature",
        "details",
    ]
    asked = {s["code"]: s for s in form["symptoms"]}
    assert asked["saddle_numbness"]["acts_alone"] is True
    assert asked["weakness_one_leg"]["asks"]
    on_gate = {code for group in form["groups"] for code in group["symptoms"]}
    assert on_gate == {code for code, s in asked.items() if s["gate"]}
    assert form["clinic"]["emergency_number"] == "911"


def test_the_offline_table_is_filled_with_the_clinics_numbers(
    call: Call, quin: Patient
) -> None:
    form = call(quin.user, "GET", "/check-in-form").json()

    row = form["emergency"]["symptoms"]["saddle_numbness"]
    assert (row["rule"], row["level"], row["changes"]) == (
        "R03",
        "emergency",
        ["new", "worse"],
    )
    assert row["actions"][0] == {"kind": "call", "label": "Call 112", "number": "112"}
    assert all(
        "{" not in row["text"] and row["level"] == "emergency"
        for row in form["emergency"]["symptoms"].values()
    )
    alone = {s["code"] for s in form["symptoms"] if s["acts_alone"]}
    assert set(form["emergency"]["symptoms"]) == alone


def test_the_offline_table_follows_the_rules_of_the_clinic(
    call: Call, pat: Patient, quin: Patient, lena: User
) -> None:
    RulesetApproval.objects.create(
        clinic=pat.clinic,
        version="2026.1",
        parameters={"both_leg_pain_level": 3},
        approved_by=lena,
    )

    own = call(pat.user, "GET", "/check-in-form").json()["emergency"]
    others = call(quin.user, "GET", "/check-in-form").json()["emergency"]

    assert own["version"] == "2026.1"
    assert others["version"] == CURRENT
    missing = set(others["symptoms"]) - set(own["symptoms"])
    assert missing == {"leg_pain_both_sides"}


def test_the_form_asks_for_a_temperature_in_the_first_two_weeks_only(
    call: Call, clinic_a: Any
) -> None:
    def steps(day: int) -> list[str]:
        patient = make_patient(clinic_a)
        make_episode(patient, day=day)
        form = call(patient.user, "GET", "/check-in-form").json()
        return [step["code"] for step in form["steps"]]

    assert [("temperature" in steps(day)) for day in (-1, 0, 14, 15)] == [
        False,
        True,
        True,
        False,
    ]


def test_known_symptoms_come_with_the_form(
    call: Call, ada: User, pat: Patient, pats_episode: Episode
) -> None:
    call(
        ada,
        "PATCH",
        f"/episodes/{pats_episode.pk}",
        {"profile": {"known_symptoms": ["numbness_one_leg"]}},
    )

    form = call(pat.user, "GET", "/check-in-form").json()

    assert form["known_symptoms"] == ["numbness_one_leg"]


def test_a_form_already_known_is_not_sent_again(
    signed_in: Callable[[User], Any],
    pat: Patient,
    at: Callable[[Any], None],
) -> None:
    client = signed_in(pat.user)
    now = clock.now()
    at(now)
    first = client.get("/api/v1/check-in-form")

    again = client.get(
        "/api/v1/check-in-form", headers={"If-None-Match": first["ETag"]}
    )
    at(now + timedelta(days=1))
    tomorrow = client.get(
        "/api/v1/check-in-form", headers={"If-None-Match": first["ETag"]}
    )

    assert first["ETag"] == f'"{first.json()["version"]}"'
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert tomorrow.status_code == 200


@pytest.mark.parametrize("path", ["/plan", "/check-in-form"])
def test_only_patients_have_a_plan(call: Call, ada: User, path: str) -> None:
    assert call(None, "GET", path).status_code == 401
    assert call(ada, "GET", path).status_code == 403


@pytest.mark.parametrize("path", ["/plan", "/check-in-form"])
def test_a_closed_course_of_care_has_no_plan(
    call: Call, ada: User, pat: Patient, pats_episode: Episode, path: str
) -> None:
    call(ada, "PATCH", f"/episodes/{pats_episode.pk}", {"status": "closed"})

    assert call(pat.user, "GET", path).status_code == 404
