"""Staff who leave the desk are signed out; a patient never is."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from backend.accounts import actions as accounts
from backend.accounts.models import Clinic, User
from backend.accounts.roles import Role
from backend.accounts.tasks import clear_ended_sessions
from backend.celery import app
from backend.common import clock
from tracker.models import Patient

SignedIn = Callable[[User], Client]
At = Callable[[datetime], None]
PASSWORD = "a long pass phrase"
NOW = datetime.fromisoformat("2026-11-21T15:00:00+00:00")


@pytest.fixture
def desk(ada: User, at: At) -> Client:
    """Ada at a clinic's computer, having opened the worklist."""
    at(NOW)
    ada.set_password(PASSWORD)
    ada.save()
    client = Client()
    sign_in(client, ada)
    assert client.get("/clinic/").status_code == 200
    return client


def sign_in(client: Client, user: User, to: str = "/") -> Any:
    body = {"login": user.email, "password": PASSWORD, "next": to}
    return client.post("/accounts/login/", body, follow=True)


def new_patient() -> dict[str, Any]:
    return {
        "name": "Nora Field",
        "date_of_birth": "1968-03-02",
        "zone": "America/New_York",
        "performed_on": clock.local_today("America/New_York").isoformat(),
        "region": "lumbar",
        "routes": ["intradiscal", "facet"],
    }


def test_up_to_the_limit_nothing_happens(desk: Client, at: At) -> None:
    at(NOW + timedelta(minutes=60))

    assert desk.get("/clinic/").status_code == 200


def test_each_step_starts_the_time_anew(desk: Client, at: At) -> None:
    for minutes in (50, 100, 150):
        at(NOW + timedelta(minutes=minutes))
        assert desk.get("/clinic/").status_code == 200


def test_after_the_limit_sign_in_leads_back(desk: Client, ada: User, at: At) -> None:
    at(NOW + timedelta(minutes=61))

    asked = desk.get("/clinic/people?all=1", follow=True)

    assert asked.redirect_chain[-1][0] == (
        "/accounts/login/?next=/clinic/people%3Fall%3D1"
    )
    assert "You were signed out after 60 minutes" in asked.content.decode()
    assert desk.get("/api/v1/caseload").status_code == 401


def test_the_worklist_asking_for_news_is_no_step(desk: Client, at: At) -> None:
    news = {"HX-Request": "true"}
    at(NOW + timedelta(minutes=40))
    assert desk.get("/clinic/", headers=news).status_code == 200
    at(NOW + timedelta(minutes=61))

    answer = desk.get("/clinic/", headers=news)

    assert answer["HX-Redirect"] == "/accounts/login/?next=/clinic/"


def test_what_was_typed_is_sent_after_signing_in(
    desk: Client, ada: User, at: At
) -> None:
    at(NOW + timedelta(minutes=61))
    typed = new_patient()

    asked = desk.post("/clinic/enrol", typed, follow=True)
    page = sign_in(desk, ada, to="/accounts/kept").content.decode()

    assert "What you typed is kept." in asked.content.decode()
    assert not Patient.objects.exists()
    assert '<input type="hidden" name="name" value="Nora Field">' in page
    assert page.count('name="routes"') == 2
    assert 'action="/clinic/enrol"' in page
    assert desk.post("/clinic/enrol", typed).status_code == 302
    assert Patient.objects.get().name == "Nora Field"
    assert desk.get("/accounts/kept").status_code == 302


def test_what_is_sent_again_goes_to_the_clinic_it_was_typed_for(
    desk: Client, ada: User, clinic_b: Clinic, at: At
) -> None:
    accounts.grant_role(user=ada, clinic=clinic_b, role=Role.CLINICIAN, by="a test")
    desk.post("/clinic/choose", {"clinic": str(clinic_b.pk)})
    at(NOW + timedelta(minutes=61))
    desk.post("/clinic/enrol", new_patient())

    page = sign_in(desk, ada, to="/accounts/kept").content.decode()

    assert "Spree Ruecken" in page
    desk.post("/clinic/enrol", new_patient())
    assert Patient.objects.get().clinic == clinic_b


def poll_after_the_limit(desk: Client, at: At) -> None:
    """The worklist, open in another tab, is the one that is signed out."""
    at(NOW + timedelta(minutes=61))
    desk.get("/clinic/", headers={"HX-Request": "true"})


def test_a_form_of_another_tab_is_kept_too(desk: Client, ada: User, at: At) -> None:
    poll_after_the_limit(desk, at)

    asked = desk.post("/clinic/enrol", new_patient(), follow=True)
    page = sign_in(desk, ada, to="/accounts/kept").content.decode()

    [(address, _)] = asked.redirect_chain
    assert address == "/accounts/login/?next=/accounts/kept"
    assert "What you typed is kept." in asked.content.decode()
    assert '<input type="hidden" name="name" value="Nora Field">' in page
    assert desk.post("/clinic/enrol", new_patient()).status_code == 302
    assert Patient.objects.get().name == "Nora Field"


def test_forms_of_several_tabs_are_given_back_one_by_one(
    desk: Client, ada: User, at: At
) -> None:
    poll_after_the_limit(desk, at)
    other = {"clinic": "another"}
    for path, typed in [("/clinic/enrol", new_patient()), ("/clinic/choose", other)]:
        for _click in range(2):
            desk.post(path, typed)

    first = sign_in(desk, ada, to="/accounts/kept").content.decode()
    sent = desk.post("/clinic/enrol", new_patient(), follow=True).content.decode()
    second = desk.get("/accounts/kept").content.decode()
    desk.post("/clinic/choose", other)

    assert 'action="/clinic/enrol"' in first
    assert '<a href="/accounts/kept">Go to it</a>' in sent
    assert 'action="/clinic/choose"' in second
    assert desk.get("/accounts/kept").status_code == 302


def test_who_signs_in_by_another_tab_is_told_what_is_kept(
    desk: Client, ada: User, at: At
) -> None:
    poll_after_the_limit(desk, at)
    desk.post("/clinic/enrol", new_patient())

    page = sign_in(desk, ada, to="/clinic/").content.decode()

    assert '<a href="/accounts/kept">Go to it</a>' in page
    assert "Go to it" not in desk.get("/clinic/").content.decode()


def test_what_another_tab_sent_is_shown_to_nobody_else(
    desk: Client, lena: User, at: At
) -> None:
    lena.set_password(PASSWORD)
    lena.save()
    poll_after_the_limit(desk, at)
    desk.post("/clinic/enrol", new_patient())

    start = sign_in(desk, lena, to="/clinic/").content.decode()

    assert "Go to it" not in start
    assert desk.get("/accounts/kept").status_code == 302


def test_once_somebody_signed_in_nothing_more_is_kept(
    desk: Client, lena: User, at: At
) -> None:
    lena.set_password(PASSWORD)
    lena.save()
    poll_after_the_limit(desk, at)
    sign_in(desk, lena)

    assert "kept_form_expected_of" not in desk.session


@pytest.mark.parametrize("path", ["/language", "/stop/not-a-token", "/api/v1/caseload"])
def test_what_needs_nobody_signed_in_is_not_kept(
    path: str, desk: Client, at: At
) -> None:
    poll_after_the_limit(desk, at)

    desk.post(path, {"language": "de", "next": "/accounts/login/"})

    assert "kept_forms" not in desk.session


def test_a_stranger_who_was_never_signed_in_has_nothing_kept(db: None) -> None:
    client = Client()
    client.get("/accounts/login/")

    answer = client.post("/clinic/enrol", new_patient())

    assert answer["Location"] == "/accounts/login/?next=/clinic/enrol"


def test_a_form_that_nobody_comes_back_for_is_cleared(
    desk: Client, ada: User, at: At
) -> None:
    at(NOW + timedelta(minutes=61))
    desk.post("/clinic/enrol", new_patient())
    [kept] = Session.objects.all()
    assert kept.expire_date - timezone.now() < timedelta(hours=13)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    clear_ended_sessions()

    assert not Session.objects.exists()
    assert "accounts.clear_ended_sessions" in {
        entry["task"] for entry in app.conf.beat_schedule.values()
    }


def test_whoever_comes_back_has_the_usual_time_again(
    desk: Client, ada: User, at: At
) -> None:
    at(NOW + timedelta(minutes=61))
    desk.post("/clinic/enrol", new_patient())
    sign_in(desk, ada, to="/clinic/")

    clear_ended_sessions()

    [session] = Session.objects.all()
    assert session.expire_date - timezone.now() > timedelta(days=29)


def test_nobody_else_sees_what_was_typed(desk: Client, lena: User, at: At) -> None:
    lena.set_password(PASSWORD)
    lena.save()
    at(NOW + timedelta(minutes=61))
    desk.post("/clinic/enrol", new_patient())

    page = sign_in(desk, lena, to="/accounts/kept").content.decode()

    assert "Nora Field" not in page


def test_no_password_is_kept(db: None, at: At) -> None:
    at(NOW)
    operator = User.objects.create_superuser("op@example.org", PASSWORD)
    client = Client()
    client.force_login(operator)
    client.get("/admin/")
    at(NOW + timedelta(minutes=61))
    client.post("/admin/accounts/user/add/", {"email": "n@x.org", "password1": "xyz"})

    page = sign_in(client, operator, to="/accounts/kept").content.decode()

    assert 'value="n@x.org"' in page
    assert "xyz" not in page


def test_a_patient_stays_signed_in(pat: Patient, signed_in: SignedIn, at: At) -> None:
    at(NOW)
    phone = signed_in(pat.user)
    assert phone.get("/today").status_code == 200
    at(NOW + timedelta(days=3))

    assert phone.get("/today").status_code == 200


def test_the_limit_can_be_lifted(desk: Client, at: At, settings: Any) -> None:
    settings.STAFF_IDLE_MINUTES = 0
    at(NOW + timedelta(days=3))

    assert desk.get("/clinic/").status_code == 200
