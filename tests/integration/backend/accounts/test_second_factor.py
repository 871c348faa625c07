"""A clinic asks its people for a second step at sign-in, after a week's notice."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from backend.accounts import second_factor
from backend.accounts.models import Clinic, User
from backend.audit.models import AuditEvent
from backend.common import clock
from tracker.models import Patient

SignedIn = Callable[[User], Client]
PAGES = ["/clinic/", "/clinic/people", "/clinic/duty"]


def ask(clinic: Clinic, *, in_days: int) -> None:
    today = clock.local_today(clinic.zone)
    clinic.second_factor_from = today + timedelta(days=in_days)
    clinic.save()


def give(user: User, kind: str) -> None:
    Authenticator.objects.create(user=user, type=kind, data={})


@pytest.mark.parametrize("page", PAGES)
def test_without_one_no_page_of_the_clinic_opens(
    page: str, lena: User, pat: Patient, signed_in: SignedIn
) -> None:
    ask(pat.clinic, in_days=0)

    answer = signed_in(lena).get(page)

    shown = answer.content.decode()
    assert answer.status_code == 403
    assert answer["Content-Language"] == "en"
    assert "Set up a second step first" in shown
    assert "/accounts/2fa/webauthn/add/" in shown
    assert pat.name not in shown


def test_the_api_says_what_to_do(ada: User, pat: Patient, signed_in: SignedIn) -> None:
    ask(pat.clinic, in_days=0)

    paths = ["/api/v1/patients", "/api/v1/caseload", f"/api/v1/patients/{pat.pk}"]
    answers = [signed_in(ada).get(path) for path in paths]

    assert {answer.status_code for answer in answers} == {403}
    assert {answer.json()["code"] for answer in answers} == {"second_factor_needed"}


@pytest.mark.parametrize("kind", ["totp", "webauthn"])
def test_with_one_everything_opens(
    kind: str, ada: User, clinic_a: Clinic, signed_in: SignedIn
) -> None:
    ask(clinic_a, in_days=0)
    give(ada, kind)

    page = signed_in(ada).get("/clinic/")

    assert page.status_code == 200
    assert "asks for a second step" not in page.content.decode()
    assert signed_in(ada).get("/api/v1/patients").status_code == 200


def test_codes_for_a_lost_phone_are_no_second_step_alone(
    ada: User, clinic_a: Clinic, signed_in: SignedIn
) -> None:
    ask(clinic_a, in_days=0)
    give(ada, "recovery_codes")

    assert signed_in(ada).get("/clinic/").status_code == 403


def test_until_the_day_pages_remind(
    ada: User, clinic_a: Clinic, signed_in: SignedIn
) -> None:
    ask(clinic_a, in_days=1)

    page = signed_in(ada).get("/clinic/")

    assert page.status_code == 200
    assert "your clinic asks for a second step" in page.content.decode()


def test_another_clinic_and_patients_notice_nothing(
    bo: User, pat: Patient, signed_in: SignedIn
) -> None:
    ask(pat.clinic, in_days=0)

    assert signed_in(bo).get("/clinic/").status_code == 200
    assert signed_in(pat.user).get("/today").status_code == 200


def test_it_is_set_up_from_the_page_that_asks(
    ada: User, clinic_a: Clinic, signed_in: SignedIn
) -> None:
    ask(clinic_a, in_days=0)
    browser = signed_in(ada)

    for path in ("/accounts/2fa/webauthn/add/", "/accounts/2fa/totp/activate/"):
        assert browser.get(path).status_code == 200


def test_the_administrator_asks_from_a_day_on(
    max_admin: User, clinic_a: Clinic, signed_in: SignedIn
) -> None:
    day = clock.local_today(clinic_a.zone) + second_factor.NOTICE

    saved = signed_in(max_admin).post("/clinic/people", {"second_factor_from": day})

    clinic_a.refresh_from_db()
    assert saved.status_code == 302
    assert clinic_a.second_factor_from == day
    event = AuditEvent.objects.get(action="clinic.second_factor_set")
    assert event.detail == {"day": day.isoformat()}


@pytest.mark.parametrize("day", ["2020-01-01", "soon"])
def test_a_day_that_leaves_no_time_is_refused(
    day: str, max_admin: User, clinic_a: Clinic, signed_in: SignedIn
) -> None:
    page = signed_in(max_admin).post("/clinic/people", {"second_factor_from": day})

    clinic_a.refresh_from_db()
    assert clinic_a.second_factor_from is None
    assert page.status_code == 422
    assert "field-error" in page.content.decode()
    assert f'value="{day}"' in page.content.decode()


def test_it_can_be_taken_back(
    max_admin: User, clinic_a: Clinic, signed_in: SignedIn
) -> None:
    ask(clinic_a, in_days=3)

    signed_in(max_admin).post("/clinic/people", {"second_factor_from": ""})

    clinic_a.refresh_from_db()
    assert clinic_a.second_factor_from is None


def test_a_clinic_that_asks_nobody_pays_no_query(
    ada: User, clinic_a: Clinic, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        second_factor.require(ada, clinic_a)
