"""An address that takes only forms says so to a person who opens it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from backend.accounts.models import User
from tracker.models import Patient

SignedIn = Callable[[User], Client]


def test_a_person_reads_what_the_address_is_for(
    pat: Patient, signed_in: SignedIn
) -> None:
    answer = signed_in(pat.user).get("/reminders/test")

    page = answer.content.decode()
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "There is no page here" in page
    assert "it has not arrived" in page
    assert "Go to the start page" in page


@pytest.mark.parametrize(
    ("locale", "heading"),
    [("es", "Aquí no hay ninguna página"), ("de", "Hier ist keine Seite")],
)
def test_it_is_said_in_their_language(
    locale: str, heading: str, pat: Patient, signed_in: SignedIn
) -> None:
    User.objects.filter(pk=pat.user.pk).update(locale=locale)

    answer = signed_in(pat.user).get("/plan/read")

    assert heading in answer.content.decode()
    assert answer["Content-Language"] == locale


def test_who_signs_in_after_a_form_was_refused_lands_on_a_page(
    ada: User, clinic_a: Any
) -> None:
    password = "a long pass phrase"
    ada.set_password(password)
    ada.save()
    client = Client()
    asked = client.post(f"/clinic/alerts/{UUID(int=0)}/note")
    wanted = asked["Location"].partition("next=")[2]

    body = {"login": ada.email, "password": password, "next": wanted}
    answer = client.post("/accounts/login/", body, follow=True)

    assert answer.status_code == 405
    assert "it has not arrived" in answer.content.decode()


def test_only_the_page_is_left_out_for_head(pat: Patient, signed_in: SignedIn) -> None:
    answer = signed_in(pat.user).head("/plan/read")

    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert answer["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(
    ("method", "path"),
    [("PUT", "/plan/read"), ("GET", "/_allauth/app/v1/auth/login")],
)
def test_programs_get_no_page(
    method: str, path: str, pat: Patient, signed_in: SignedIn
) -> None:
    answer = signed_in(pat.user).generic(method, path)

    assert answer.status_code == 405
    assert b"<h1>" not in answer.content
