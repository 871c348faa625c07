"""Who may open which page: the right person, and nobody else."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tracker.models import Alert, Patient

PATIENT_PAGES = [
    "/today",
    "/check-in",
    "/symptom",
    "/progress",
    "/plan",
    "/messages",
    "/reminders",
]
STAFF_PAGES = ["/clinic/", "/clinic/enrol", "/clinic/protocol"]
RECORD_PAGES = [
    "/clinic/patients/{patient}",
    "/clinic/patients/{patient}/check-in",
    "/clinic/patients/{patient}/invitation",
    "/clinic/patients/{patient}/alert",
    "/clinic/alerts/{alert}",
]

SignedIn = Callable[..., Client]


@pytest.mark.parametrize("path", PATIENT_PAGES)
def test_patient_page_opens_for_its_patient(
    path: str, pat: Patient, signed_in: SignedIn
) -> None:
    response = signed_in(pat.user).get(path)

    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", PATIENT_PAGES)
def test_patient_page_sends_staff_to_the_worklist(
    path: str, ada: Any, signed_in: SignedIn
) -> None:
    response = signed_in(ada).get(path)

    assert (response.status_code, response["Location"]) == (302, "/clinic/")


@pytest.mark.parametrize("path", [*PATIENT_PAGES, *STAFF_PAGES])
def test_page_asks_strangers_to_sign_in(path: str, db: None, client: Client) -> None:
    response = client.get(path)

    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/?next=")


@pytest.mark.parametrize("path", STAFF_PAGES)
def test_clinic_page_does_not_exist_for_patients(
    path: str, pat: Patient, signed_in: SignedIn
) -> None:
    assert signed_in(pat.user).get(path).status_code == 404


@pytest.mark.parametrize("path", [*STAFF_PAGES[:2], *RECORD_PAGES])
def test_administrator_reads_no_health_record(
    path: str,
    max_admin: Any,
    pat: Patient,
    pats_alert: Alert,
    signed_in: SignedIn,
) -> None:
    path = path.format(patient=pat.pk, alert=pats_alert.pk)

    response = signed_in(max_admin).get(path)

    assert response.status_code == 403
    assert pat.name not in response.content.decode()


@pytest.mark.parametrize("path", RECORD_PAGES)
def test_record_of_another_clinic_is_not_there(
    path: str, bo: Any, pat: Patient, pats_alert: Alert, signed_in: SignedIn
) -> None:
    path = path.format(patient=pat.pk, alert=pats_alert.pk)

    response = signed_in(bo).get(path)

    assert response.status_code == 404
    assert pat.name not in response.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/clinic/alerts/{alert}/take",
        "/clinic/alerts/{alert}/note",
        "/clinic/alerts/{alert}/snooze",
        "/clinic/alerts/{alert}/resolve",
        "/clinic/alerts/{alert}/undo",
        "/clinic/patients/{patient}/take",
    ],
)
def test_alert_is_handled_only_by_those_who_may(
    path: str,
    bo: Any,
    cleo: Any,
    pat: Patient,
    pats_alert: Alert,
    signed_in: SignedIn,
) -> None:
    path = path.format(patient=pat.pk, alert=pats_alert.pk)
    before = pats_alert.events.count()

    statuses = [signed_in(user).post(path).status_code for user in (bo, cleo)]

    assert statuses == [404, 403]
    assert pats_alert.events.count() == before


@pytest.mark.parametrize(
    "path", ["/clinic/protocol", "/clinic/patients/{patient}/check-in"]
)
def test_coordinator_neither_edits_plans_nor_enters_answers(
    path: str, cleo: Any, pat: Patient, signed_in: SignedIn
) -> None:
    assert signed_in(cleo).get(path.format(patient=pat.pk)).status_code == 403


def test_home_sends_everybody_where_their_work_is(
    ada: Any, pat: Patient, signed_in: SignedIn, client: Client
) -> None:
    doors = [
        c.get("/")["Location"] for c in (client, signed_in(pat.user), signed_in(ada))
    ]

    assert doors == ["/accounts/login/", "/today", "/clinic/"]


def test_home_sends_an_administrator_to_the_people(
    max_admin: Any, signed_in: SignedIn
) -> None:
    response = signed_in(max_admin).get("/")

    assert response["Location"] == "/clinic/people"


@pytest.mark.parametrize("path", ["/clinic/", "/no-such-page"])
def test_refusal_says_who_is_signed_in_and_lets_them_out(
    path: str, max_admin: Any, signed_in: SignedIn
) -> None:
    page = signed_in(max_admin).get(path).content.decode()

    assert max_admin.email in page
    assert 'action="/accounts/logout/"' in page


def test_refusal_offers_a_stranger_no_way_out(db: None, client: Client) -> None:
    page = client.get("/no-such-page").content.decode()

    assert "/accounts/logout/" not in page


def test_ended_care_is_said_in_words(pat: Patient, signed_in: SignedIn) -> None:
    pat.episodes.update(status="closed")

    response = signed_in(pat.user).get("/today")

    assert response.status_code == 404
    assert "no open course of care" in response.content.decode()
