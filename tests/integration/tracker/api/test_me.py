"""The person signed in, by cookie or by session token."""

from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import Clinic, User
from backend.accounts.roles import Role
from tests.integration.tracker.api.calls import Call, fields
from tracker.models import Alert, Patient
from tracker.queries import zones


def test_staff_see_their_clinics_and_roles(
    call: Call, ada: User, clinic_a: Clinic
) -> None:
    answer = call(ada, "GET", "/me").json()

    assert answer == {
        "id": str(ada.pk),
        "email": "ada@example.org",
        "name": "Ada Reyes",
        "locale": "en",
        "zone": "America/New_York",
        "clinics": [
            {
                "id": str(clinic_a.pk),
                "name": "Hudson Spine",
                "role": Role.CLINICIAN,
                "is_current": True,
            }
        ],
    }


def test_a_patient_sees_where_they_are_in_care(call: Call, pat: Patient) -> None:
    answer = call(pat.user, "GET", "/me").json()

    assert [(c["name"], c["role"]) for c in answer["clinics"]] == [
        ("Hudson Spine", "patient")
    ]


def test_a_patient_who_moves_takes_their_days_along(call: Call, pat: Patient) -> None:
    answer = call(pat.user, "PATCH", "/me", {"zone": "Europe/Berlin", "name": "Pat A."})

    assert (answer.json()["zone"], answer.json()["name"]) == ("Europe/Berlin", "Pat A.")
    pat.refresh_from_db()
    assert (pat.zone, pat.name) == ("Europe/Berlin", "Pat Alvarez")


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({"zone": "Mars/Base", "name": "New"}, ["zone"]),
        ({"zone": "", "name": " "}, ["name", "zone"]),
        ({"email": "me@example.org"}, ["email"]),
        ({"locale": "x" * 13, "zone": 7.5}, ["locale", "zone"]),
        ({"locale": "Mars/Base"}, ["locale"]),
        # Files of this machine that the database knows no zone by.
        ({"zone": "localtime"}, ["zone"]),
        ({"zone": "right/Europe/Berlin"}, ["zone"]),
        ({"zone": "posix/Europe/Berlin"}, ["zone"]),
        ({"name": "a\x00b"}, ["name"]),
        # What nobody can see is no name.
        ({"name": "\u200b"}, ["name"]),
        ({"name": "\u00a0\ufeff\u200d"}, ["name"]),
    ],
)
def test_a_bad_change_changes_nothing(
    call: Call, ada: User, body: dict[str, Any], wrong: list[str]
) -> None:
    assert fields(call(ada, "PATCH", "/me", body)) == wrong
    ada.refresh_from_db()
    assert (ada.name, ada.zone) == ("Ada Reyes", "America/New_York")


def test_nobody_signed_in_is_a_401(call: Call) -> None:
    answer = call(None, "GET", "/me")

    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")
    assert answer["Content-Type"] == "application/problem+json"


def test_a_change_by_cookie_needs_a_fresh_page(ada: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)

    answer = client.patch("/api/v1/me", {}, content_type="application/json")

    assert (answer.status_code, answer.json()["code"]) == (403, "csrf_failed")


def token_of(user: User) -> str:
    client = Client()
    client.force_login(user)
    return str(client.session.session_key)


def test_a_program_works_at_the_clinic_of_its_user(
    ada: User, pats_alert: Alert
) -> None:
    client = Client(
        enforce_csrf_checks=True, headers={"X-Session-Token": token_of(ada)}
    )

    me = client.get("/api/v1/me")
    taken = client.post(f"/api/v1/alerts/{pats_alert.pk}/acknowledge")

    assert me.status_code == 200, me.json()
    assert me.json()["clinics"][0]["is_current"] is True
    assert (taken.status_code, taken.json()["owner"]["name"]) == (200, "Ada Reyes")


def test_a_program_is_answered_in_the_language_of_its_user(pat: Patient) -> None:
    pat.user.locale = "es-MX"
    pat.user.save(update_fields=["locale"])
    client = Client(
        headers={"X-Session-Token": token_of(pat.user), "Accept-Language": "de"}
    )

    form = client.get("/api/v1/check-in-form")

    assert (form.json()["language"], form["Content-Language"]) == ("es", "es")
    assert Client().get("/api/v1/me")["Content-Language"] == "en"


def test_a_made_up_token_is_nobody(db: None) -> None:
    client = Client(headers={"X-Session-Token": "made-up"})

    assert client.get("/api/v1/me").status_code == 401


def test_journey_is_told_with_the_zone(call: Call, pat: Patient) -> None:
    journey = {"zone": "Europe/Lisbon", "zone_kind": "travel"}

    away = call(pat.user, "PATCH", "/me", journey)

    assert (away.status_code, away.json()["zone"]) == (200, "Europe/Lisbon")
    assert zones.home_of(pat) == "America/New_York"
    kept = {"zone": "Asia/Tokyo", "zone_kind": "kept"}
    assert call(pat.user, "PATCH", "/me", kept).json()["zone"] == "Europe/Lisbon"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"zone_kind": "travel"}, "zone_kind"),
        ({"zone": "Europe/Lisbon", "zone_kind": "holiday"}, "zone_kind"),
        ({"zone": "Atlantis", "zone_kind": "travel"}, "zone"),
    ],
)
def test_kind_that_cannot_be_read_changes_nothing(
    call: Call, pat: Patient, given: dict[str, str], field: str
) -> None:
    answer = call(pat.user, "PATCH", "/me", given)

    assert fields(answer) == [field]
    pat.refresh_from_db()
    assert pat.zone == "America/New_York"
