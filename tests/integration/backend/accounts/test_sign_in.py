"""Sign-in says one thing, mails nobody unknown, and offers no dead ends."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from tracker.models import Patient

SignedIn = Callable[..., Client]


def test_an_unknown_address_gets_no_mail(db: None, client: Client) -> None:
    response = client.post(
        "/accounts/login/code/", {"email": "nobody@example.org"}, follow=True
    )

    assert "a code is on its way" in response.content.decode()
    assert mail.outbox == []


def test_the_code_is_announced_once(pat: Patient, client: Client) -> None:
    response = client.post(
        "/accounts/login/code/", {"email": pat.user.email}, follow=True
    )

    page = response.content.decode()
    assert [m.to for m in mail.outbox] == [[pat.user.email]]
    assert "has been sent to" not in page
    assert "a code is on its way" in page


def test_nobody_is_told_that_they_signed_in(ada: Any, client: Client) -> None:
    ada.set_password("a long pass phrase")
    ada.save()

    response = client.post(
        "/accounts/login/",
        {"login": ada.email, "password": "a long pass phrase"},
        follow=True,
    )

    page = response.content.decode()
    assert response.status_code == 200
    assert "Worklist" in page
    assert "Successfully signed in" not in page


@pytest.mark.parametrize("path", ["/accounts/email/", "/accounts/password/set/"])
def test_what_a_patient_never_needs_is_not_there(
    path: str, pat: Patient, signed_in: SignedIn
) -> None:
    browser = signed_in(pat.user)

    assert [browser.get(path).status_code, browser.post(path).status_code] == [404, 404]


def test_a_program_changes_neither_the_address_nor_the_password(
    pat: Patient, client: Client
) -> None:
    start = "/_allauth/app/v1"
    asked = client.post(
        f"{start}/auth/code/request",
        {"email": pat.user.email},
        content_type="application/json",
    )
    token = {"HTTP_X_SESSION_TOKEN": asked.json()["meta"]["session_token"]}
    code = re.search(r"^ +(\S+)$", str(mail.outbox[0].body), re.MULTILINE)
    assert code is not None
    signed_in = client.post(
        f"{start}/auth/code/confirm",
        {"code": code[1]},
        content_type="application/json",
        **token,
    )
    assert signed_in.status_code == 200
    token = {"HTTP_X_SESSION_TOKEN": signed_in.json()["meta"]["session_token"]}

    answers = [
        client.post(f"{start}/account/{what}", body, "application/json", **token)
        for what, body in (
            ("email", {"email": "planted@example.org"}),
            ("password/change", {"new_password": "a long pass phrase"}),
        )
    ]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert not EmailAddress.objects.filter(email="planted@example.org").exists()
    pat.user.refresh_from_db()
    assert not pat.user.has_usable_password()


def test_a_passkey_is_named_by_its_owner(pat: Patient, signed_in: SignedIn) -> None:
    page = signed_in(pat.user).get("/accounts/2fa/webauthn/add/").content.decode()

    assert "Name of this device" in page
    assert "Master key" not in page
