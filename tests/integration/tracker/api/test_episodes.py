"""Courses of care over HTTP: open, read, amend, close, and their story."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.accounts.models import Clinic, User
from backend.common import clock
from tests.factories.tracker import make_patient
from tests.integration.tracker.api.calls import Call, fields, report
from tracker.models import Alert, Episode, HealthProfile, Patient


def course(patient: Patient, **changes: Any) -> dict[str, Any]:
    today = clock.local_today(patient.zone)
    return {
        "patient": str(patient.pk),
        "procedure": {"performed_on": today.isoformat()},
        "baseline_pain": 7,
        **changes,
    }


def test_a_course_of_care_begins(call: Call, cleo: User, clinic_a: Clinic) -> None:
    patient = make_patient(clinic_a)

    answer = call(cleo, "POST", "/episodes", course(patient))

    assert answer.status_code == 201
    episode = answer.json()
    assert (episode["day"], episode["patient"]["id"]) == (0, str(patient.pk))
    assert episode["procedure"]["region"] == "lumbar"
    assert episode["protocol"]["number"] == 1


def test_a_second_course_waits_for_the_first(
    call: Call, cleo: User, pats_episode: Episode
) -> None:
    body = course(pats_episode.patient)

    refused = call(cleo, "POST", "/episodes", body)
    replaced = call(cleo, "POST", "/episodes", body | {"replaces_active": True})

    assert (refused.status_code, refused.json()["code"]) == (409, "episode_active")
    assert replaced.status_code == 201
    pats_episode.refresh_from_db()
    assert pats_episode.status == "closed"


def test_bad_input_names_each_field_and_opens_nothing(
    call: Call, cleo: User, clinic_a: Clinic
) -> None:
    patient = make_patient(clinic_a)
    body = course(patient, procedure={"region": "knee"}, baseline_pain="much", x=1)

    assert fields(call(cleo, "POST", "/episodes", body)) == [
        "procedure.performed_on",
        "procedure.region",
        "baseline_pain",
        "x",
    ]
    far = course(patient, procedure={"performed_on": "2999-01-01"})
    assert fields(call(cleo, "POST", "/episodes", far)) == ["procedure.performed_on"]
    assert fields(call(cleo, "POST", "/episodes", {})) == ["procedure", "patient"]
    assert not Episode.objects.exists()


def test_an_episode_shows_procedure_profile_and_plan(
    call: Call, ada: User, pats_episode: Episode
) -> None:
    answer = call(ada, "GET", f"/episodes/{pats_episode.pk}").json()

    assert (answer["day"], answer["phase"], answer["baseline_pain"]) == (
        9,
        "initial",
        6.0,
    )
    assert answer["procedure"]["performed_on"] == (
        pats_episode.procedure.performed_on.isoformat()
    )
    assert answer["profile"]["facts"] == []
    assert answer["protocol"] == {"id": str(pats_episode.protocol_id), "number": 1}


def test_a_change_moves_the_day_and_keeps_the_profiles_history(
    call: Call, ada: User, pats_episode: Episode
) -> None:
    earlier = pats_episode.procedure.performed_on - timedelta(days=1)

    answer = call(
        ada,
        "PATCH",
        f"/episodes/{pats_episode.pk}",
        {
            "procedure": {"performed_on": earlier.isoformat()},
            "baseline_pain": None,
            "profile": {"facts": ["opioid"]},
        },
    )

    assert answer.status_code == 200, answer.json()
    assert (answer.json()["day"], answer.json()["baseline_pain"]) == (10, None)
    assert answer.json()["profile"]["facts"] == ["opioid"]
    assert HealthProfile.objects.filter(patient=pats_episode.patient).count() == 2


def test_a_change_is_made_whole_or_not_at_all(
    call: Call, ada: User, pats_episode: Episode
) -> None:
    report(pats_episode, "saddle_numbness")

    answer = call(
        ada,
        "PATCH",
        f"/episodes/{pats_episode.pk}",
        {"baseline_pain": 9, "profile": {"allergies": "latex"}, "status": "closed"},
    )

    assert (answer.status_code, answer.json()["code"]) == (409, "open_alerts")
    pats_episode.refresh_from_db()
    assert pats_episode.baseline_pain == 6
    assert pats_episode.profile.allergies == ""


def test_a_course_of_care_ends(call: Call, ada: User, pats_episode: Episode) -> None:
    answer = call(ada, "PATCH", f"/episodes/{pats_episode.pk}", {"status": "closed"})

    assert answer.json()["status"] == "closed"
    assert answer.json()["closed_at"]


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({"status": "active"}, ["status"]),
        ({"protocol": "2"}, ["protocol"]),
        ({"profile": {"facts": None}}, ["profile.facts"]),
        ({"procedure": {"performed_on": "2001-01-01"}}, ["procedure.performed_on"]),
    ],
)
def test_a_bad_change_names_the_field(
    call: Call, ada: User, pats_episode: Episode, body: Any, wrong: list[str]
) -> None:
    assert fields(call(ada, "PATCH", f"/episodes/{pats_episode.pk}", body)) == wrong


def test_the_timeline_holds_everything_newest_first(
    call: Call, ada: User, pats_episode: Episode
) -> None:
    report(pats_episode, "saddle_numbness")
    alert = Alert.objects.get()
    call(ada, "POST", f"/alerts/{alert.pk}/acknowledge")

    answer = call(ada, "GET", f"/episodes/{pats_episode.pk}/timeline").json()

    kinds = [entry["kind"] for entry in answer["results"]]
    assert kinds[0] == "alert"
    assert set(kinds) == {"alert", "check_in", "episode", "procedure"}
    assert answer["results"][0]["by"] == "Ada Reyes"
    assert answer["results"][0]["level"] == "emergency"
    moments = [entry["at"] for entry in answer["results"]]
    assert moments == sorted(moments, reverse=True)
    assert answer["next"] is None


def test_the_timeline_goes_on_until_everything_was_told_once(
    call: Call, ada: User, pats_episode: Episode
) -> None:
    for _ in range(4):
        report(pats_episode)
    path = f"/episodes/{pats_episode.pk}/timeline?limit=2"
    seen = []

    while path:
        answer = call(ada, "GET", path).json()
        seen += answer["results"]
        path = answer["next"] and answer["next"].split("/api/v1")[1]

    checks = [entry["check_in_id"] for entry in seen if entry["kind"] == "check_in"]
    assert len(checks) == len(set(checks)) == 4
    assert [e["kind"] for e in seen].count("procedure") == 1


@pytest.mark.parametrize("cursor", ["x", "%F0%9F", "MjAyNi0xMS0yMQ==", "AAAA"])
def test_a_made_up_cursor_leads_nowhere(
    call: Call, ada: User, pats_episode: Episode, cursor: str
) -> None:
    path = f"/episodes/{pats_episode.pk}/timeline?cursor={cursor}"

    assert call(ada, "GET", path).status_code == 404


def test_the_timeline_takes_as_many_queries_for_three_as_for_one(
    call: Call, ada: User, pats_episode: Episode
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            call(ada, "GET", f"/episodes/{pats_episode.pk}/timeline")
        return len(seen)

    report(pats_episode)
    for_one = queries()
    report(pats_episode)
    report(pats_episode)

    assert queries() == for_one


def test_another_clinic_other_roles_and_patients_are_turned_away(
    call: Call, bo: User, max_admin: User, pat: Patient, pats_episode: Episode
) -> None:
    def statuses(method: str, path: str, body: Any = None) -> list[int]:
        everybody = (None, pat.user, max_admin, bo)
        return [call(who, method, path, body).status_code for who in everybody]

    one = f"/episodes/{pats_episode.pk}"
    assert statuses("GET", one) == [401, 403, 403, 404]
    assert statuses("PATCH", one, {}) == [401, 403, 403, 404]
    assert statuses("GET", f"{one}/timeline") == [401, 403, 403, 404]
    assert statuses("POST", "/episodes", course(pat)) == [401, 403, 403, 404]
