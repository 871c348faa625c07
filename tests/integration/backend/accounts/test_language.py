"""Which language a request is answered in."""

from typing import Any

import pytest
from django.test import Client

from tracker.models import Patient

pytestmark = pytest.mark.django_db

GERMAN = {"HTTP_ACCEPT_LANGUAGE": "de-AT,de;q=0.9,en;q=0.5"}


def language_of(client: Client, path: str, **headers: str) -> str:
    response = client.get(path, **headers)
    page = response.content.decode()
    code = response["Content-Language"]
    assert f'<html lang="{code}" dir="ltr">' in page
    return str(code)


def test_the_browser_decides_before_signing_in(client: Client) -> None:
    assert language_of(client, "/accounts/login/") == "en"
    assert language_of(client, "/accounts/login/", **GERMAN) == "de"
    assert language_of(client, "/accounts/login/", HTTP_ACCEPT_LANGUAGE="fr") == "en"


def test_a_choice_outweighs_the_browser(client: Client) -> None:
    chosen = client.post("/language", {"language": "es", "next": "/accounts/login/"})

    assert (chosen.status_code, chosen["Location"]) == (302, "/accounts/login/")
    assert language_of(client, "/accounts/login/", **GERMAN) == "es"


def test_each_language_is_offered_by_its_own_name(client: Client) -> None:
    page = client.get("/accounts/login/", **GERMAN).content.decode()

    assert [name in page for name in (">English<", ">Español<", ">Deutsch<")] == [
        True
    ] * 3


def test_a_choice_leads_to_no_other_site(client: Client) -> None:
    chosen = client.post("/language", {"language": "es", "next": "//evil.example/"})

    assert chosen["Location"] == "/"


def test_a_language_that_we_do_not_speak_changes_nothing(client: Client) -> None:
    client.post("/language", {"language": "xx", "next": "/"})

    assert language_of(client, "/accounts/login/", **GERMAN) == "de"


@pytest.mark.parametrize(
    ("locale", "language"),
    [("de", "de"), ("de-AT", "de"), ("es-MX", "es"), ("fr", "en")],
)
def test_the_profile_decides_for_a_patient(
    pat: Patient, client: Client, locale: str, language: str
) -> None:
    pat.user.locale = locale
    pat.user.save(update_fields=["locale"])
    client.force_login(pat.user)
    client.post("/language", {"language": "en", "next": "/"})

    assert language_of(client, "/today", HTTP_ACCEPT_LANGUAGE="en") == language


def test_pages_of_staff_stay_english(ada: Any, client: Client) -> None:
    ada.locale = "de"
    ada.save(update_fields=["locale"])
    client.force_login(ada)

    assert language_of(client, "/clinic/") == "en"
    assert language_of(client, "/clinic/choose") == "en"


@pytest.mark.parametrize(
    "path", ["/offline", "/invitation/made-up", "/manifest.webmanifest"]
)
def test_the_address_decides_where_it_names_a_language(
    client: Client, path: str
) -> None:
    answer = client.get(f"{path}?lang=es", **GERMAN)

    assert answer["Content-Language"] == "es"


def test_a_public_page_varies_by_the_browsers_language(client: Client) -> None:
    assert "Accept-Language" in client.get("/accounts/login/")["Vary"]


def test_the_mail_with_the_code_speaks_its_owners_language(
    pat: Patient, client: Client, mailoutbox: list[Any]
) -> None:
    pat.user.locale = "de"
    pat.user.save(update_fields=["locale"])

    client.post("/accounts/login/code/", {"email": pat.user.email})

    assert mailoutbox[0].subject == "Ihr Anmeldecode"
