"""Enrol, find, read and change the people in care at a clinic."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.accounts.models import Clinic, Invitation, User
from backend.audit.models import AuditEvent
from backend.common import clock
from tests.factories.tracker import make_episode, make_patient
from tests.integration.tracker.api.calls import Call, fields
from tracker.models import Episode, Patient


def enrolment(**changes: Any) -> dict[str, Any]:
    day = clock.local_today("America/New_York") - timedelta(days=2)
    return {
        "name": "Nia Roth",
        "date_of_birth": "1971-05-02",
        "email": "nia@example.org",
        "episode": {
            "procedure": {
                "performed_on": day.isoformat(),
                "region": "lumbar",
                "routes": ["intradiscal"],
                "levels": ["L4/L5"],
                "guidance": "fluoroscopy",
                "cell_source": "bone_marrow_concentrate",
                "lot": "B-17",
            },
            "baseline_pain": 6.5,
            "profile": {
                "facts": ["diabetes"],
                "known_symptoms": ["numbness_one_leg"],
                "allergies": "latex",
            },
        },
        **changes,
    }


def test_enrolment_makes_everything_in_one_call(call: Call, cleo: User) -> None:
    answer = call(cleo, "POST", "/patients", enrolment())

    assert answer.status_code == 201
    patient = answer.json()["patient"]
    assert (patient["name"], patient["zone"]) == ("Nia Roth", "America/New_York")
    assert patient["has_account"] is False
    episode = patient["episodes"][0]
    assert (episode["day"], episode["phase"], episode["status"]) == (
        2,
        "initial",
        "active",
    )
    assert episode["baseline_pain"] == 6.5
    assert episode["procedure"]["lot"] == "B-17"
    assert episode["profile"]["known_symptoms"] == ["numbness_one_leg"]
    invitation = answer.json()["invitation"]
    assert "/invitation/" in invitation["link"]
    stored = Invitation.objects.get(subject_id=patient["id"])
    assert invitation["expires_at"] == stored.expires_at.isoformat()


def test_a_patient_alone_has_no_course_and_no_invitation(call: Call, ada: User) -> None:
    body = {"name": "Nia Roth", "date_of_birth": "1971-05-02"}

    answer = call(ada, "POST", "/patients", body)

    assert answer.status_code == 201
    assert answer.json()["patient"]["episodes"] == []
    assert answer.json()["invitation"] is None
    assert not Invitation.objects.exists()


def test_the_same_request_again_is_the_same_patient(call: Call, cleo: User) -> None:
    key = {"Idempotency-Key": "8e03978e-40d5-43dd-bc93-6894a57f9324"}
    body = enrolment()

    first = call(cleo, "POST", "/patients", body, headers=key)
    again = call(cleo, "POST", "/patients", body, headers=key)

    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json()["patient"] == first.json()["patient"]
    assert again.json()["invitation"]["link"] != first.json()["invitation"]["link"]
    assert Patient.objects.count() == 1


def test_a_patient_alone_is_also_recorded_once(call: Call, ada: User) -> None:
    body = {"name": "Nia Roth", "date_of_birth": "1971-05-02"}

    answers = [
        call(ada, "POST", "/patients", body, headers={"Idempotency-Key": "nia"})
        for _ in range(2)
    ]

    assert [a.status_code for a in answers] == [201, 200]
    assert answers[1].json() == {
        "patient": answers[0].json()["patient"],
        "invitation": None,
    }


def test_a_key_that_came_with_other_content_is_refused(call: Call, cleo: User) -> None:
    key = {"Idempotency-Key": "once"}
    call(cleo, "POST", "/patients", enrolment(), headers=key)

    answer = call(cleo, "POST", "/patients", enrolment(name="Jo Roth"), headers=key)

    assert (answer.status_code, answer.json()["code"]) == (409, "already_enrolled")
    assert Patient.objects.get().name == "Nia Roth"


def test_a_key_that_is_too_long_is_named(call: Call, cleo: User) -> None:
    answer = call(
        cleo, "POST", "/patients", enrolment(), headers={"Idempotency-Key": "k" * 101}
    )

    assert fields(answer) == ["Idempotency-Key"]
    assert not Patient.objects.exists()


def test_a_name_that_nobody_can_see_enrols_nobody(call: Call, cleo: User) -> None:
    answer = call(cleo, "POST", "/patients", enrolment(name="\u200b"))

    assert fields(answer) == ["name"]
    assert not Patient.objects.exists()


def test_every_wrong_field_is_named_and_nothing_is_stored(
    call: Call, cleo: User
) -> None:
    body = enrolment(name=" ", date_of_birth="yesterday", email="nia", shoe=43)
    body["episode"]["procedure"] |= {"region": "knee", "levels": "L4", "lot": None}
    body["episode"]["profile"] = {"facts": ["gout"], "colour": "blue"}
    body["episode"]["baseline_pain"] = 11

    answer = call(cleo, "POST", "/patients", body)

    assert sorted(fields(answer)) == [
        "date_of_birth",
        "email",
        "episode.baseline_pain",
        "episode.procedure.levels",
        "episode.procedure.lot",
        "episode.procedure.region",
        "episode.profile.colour",
        "episode.profile.facts",
        "name",
        "shoe",
    ]
    assert not Patient.objects.exists()


def test_what_only_the_clinic_day_can_tell_is_named_in_place(
    call: Call, cleo: User
) -> None:
    body = enrolment()
    body["episode"]["procedure"]["performed_on"] = "2001-01-01"

    answer = call(cleo, "POST", "/patients", body)

    assert fields(answer) == ["episode.procedure.performed_on"]
    assert not Patient.objects.exists()
    assert fields(
        call(cleo, "POST", "/patients", enrolment(date_of_birth="2999-01-01"))
    ) == ["date_of_birth"]


@pytest.mark.parametrize("value", [5, 1.5, True, ["Nia"], {"first": "Nia"}, None])
def test_a_name_that_is_no_text_is_named(call: Call, cleo: User, value: Any) -> None:
    answer = call(cleo, "POST", "/patients", enrolment(name=value, zone=value))

    assert sorted(fields(answer)) == ["name", "zone"]
    assert answer.json()["errors"][0]["message"] == (
        "The name is text of 1 to 200 characters."
    )
    assert not Patient.objects.exists()


@pytest.mark.parametrize("episode", [[], "now", 7])
def test_a_course_that_is_no_object_is_named(
    call: Call, cleo: User, episode: Any
) -> None:
    answer = call(cleo, "POST", "/patients", enrolment(episode=episode))

    assert fields(answer) == ["episode"]


def test_patients_are_found_by_any_part_of_their_name(
    call: Call, ada: User, pat: Patient, pia: Patient, quin: Patient
) -> None:
    def names(query: str) -> list[str]:
        answer = call(ada, "GET", f"/patients{query}").json()
        return [row["name"] for row in answer["results"]]

    assert names("") == ["Pia Stone", "Pat Alvarez"]
    assert names("?search=alva") == ["Pat Alvarez"]
    assert names("?search=Quin") == []
    assert names("?search=%00") == ["Pia Stone", "Pat Alvarez"]


@pytest.mark.parametrize("cursor", ["x", "cD0yMDI2"])
def test_a_made_up_cursor_leads_nowhere(call: Call, ada: User, cursor: str) -> None:
    assert call(ada, "GET", f"/patients?cursor={cursor}").status_code == 404


def test_the_list_takes_as_many_queries_for_three_as_for_one(
    call: Call, ada: User, clinic_a: Clinic
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert call(ada, "GET", "/patients").status_code == 200
        return len(seen)

    make_episode(make_patient(clinic_a))
    for_one = queries()
    make_episode(make_patient(clinic_a))
    make_episode(make_patient(clinic_a))

    assert queries() == for_one


def test_a_record_shows_every_course_of_care(
    call: Call, cleo: User, pats_episode: Episode
) -> None:
    answer = call(cleo, "GET", f"/patients/{pats_episode.patient_id}").json()

    assert answer["name"] == "Pat Alvarez"
    assert AuditEvent.objects.get(action="patient.read").actor_id == cleo.pk
    assert [e["id"] for e in answer["episodes"]] == [str(pats_episode.pk)]


def test_only_the_named_fields_change(call: Call, cleo: User, pat: Patient) -> None:
    answer = call(cleo, "PATCH", f"/patients/{pat.pk}", {"phone": "+1 212 555 0199"})

    assert answer.status_code == 200
    assert answer.json()["phone"] == "+1 212 555 0199"
    assert answer.json()["name"] == "Pat Alvarez"


def test_a_bad_change_changes_nothing(call: Call, cleo: User, pat: Patient) -> None:
    answer = call(
        cleo, "PATCH", f"/patients/{pat.pk}", {"name": "New", "zone": "Mars/Base"}
    )

    assert fields(answer) == ["zone"]
    pat.refresh_from_db()
    assert pat.name == "Pat Alvarez"
    assert fields(call(cleo, "PATCH", f"/patients/{pat.pk}", {"clinic": "x"})) == [
        "clinic"
    ]


def test_an_invitation_is_a_link_that_ends(
    call: Call, cleo: User, clinic_a: Clinic
) -> None:
    patient = make_patient(clinic_a, user=None)

    first = call(cleo, "POST", f"/patients/{patient.pk}/invitations")
    second = call(cleo, "POST", f"/patients/{patient.pk}/invitations")

    assert (first.status_code, second.status_code) == (201, 201)
    assert set(second.json()) == {"link", "expires_at"}
    assert first.json()["link"] != second.json()["link"]
    assert Invitation.objects.filter(withdrawn_at=None).count() == 1


def test_somebody_with_an_account_needs_no_invitation(
    call: Call, cleo: User, pat: Patient
) -> None:
    answer = call(cleo, "POST", f"/patients/{pat.pk}/invitations")

    assert (answer.status_code, answer.json()["code"]) == (409, "already_joined")


def test_another_clinic_other_roles_and_patients_are_turned_away(
    call: Call, bo: User, max_admin: User, pat: Patient
) -> None:
    def status(who: User | None, method: str, path: str) -> int:
        return int(call(who, method, path, {}).status_code)

    everybody = (None, pat.user, max_admin, bo)
    one = f"/patients/{pat.pk}"

    assert [status(w, "GET", one) for w in everybody] == [401, 403, 403, 404]
    assert [status(w, "PATCH", one) for w in everybody] == [401, 403, 403, 404]
    assert [status(w, "POST", f"{one}/invitations") for w in everybody] == [
        401,
        403,
        403,
        404,
    ]
    assert [status(w, "POST", "/patients") for w in everybody] == [401, 403, 403, 400]
    assert call(bo, "GET", "/patients").json()["results"] == []
