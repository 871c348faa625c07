"""From the link to a signed-in patient."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import Clinic, User
from backend.audit.models import AuditEvent
from tests.factories.accounts import make_user
from tests.factories.tracker import make_episode, make_patient
from tracker.actions import invitations
from tracker.models import Consent, Patient
from tracker.queries import consent_texts

AGREED = consent_texts.current(Clinic(name="Hudson Spine"), "en")


@pytest.fixture
def nora(clinic_a: Any) -> Patient:
    patient = make_patient(
        clinic_a, name="Nora Field", user=None, email="nora@example.org"
    )
    make_episode(patient)
    return patient


@pytest.fixture
def path(nora: Patient, ada: Any) -> str:
    link = invitations.invite_patient(patient=nora, by=ada)
    return link[link.index("/invitation/") :]


def answers(**changes: str) -> dict[str, str]:
    return {
        "email": "nora@example.org",
        "zone": "Europe/Lisbon",
        "locale": "en",
        "consent": "on",
        "agreed_to": AGREED.digest,
        **changes,
    }


def test_invitation_names_the_clinic_and_the_consent(client: Client, path: str) -> None:
    page = client.get(path).content.decode()

    assert "Hudson Spine" in page
    assert "Hello Nora" in page
    assert f"Text version {AGREED.version}" in page
    assert 'value="nora@example.org"' in page


def test_accepting_signs_in_and_keeps_the_consent(
    client: Client, path: str, nora: Patient
) -> None:
    response = client.post(path, answers())

    nora.refresh_from_db()
    consent = AuditEvent.objects.get(action="consent.given")
    assert response["Location"] == "/today"
    assert nora.zone == "Europe/Lisbon"
    assert consent.detail == {"text_version": AGREED.version}
    assert Consent.objects.get(patient=nora).text == AGREED.text
    assert client.get("/today").status_code == 200


def test_a_text_that_changed_meanwhile_is_read_again(
    client: Client, path: str, nora: Patient
) -> None:
    page = client.post(path, answers(agreed_to="0" * 64)).content.decode()

    nora.refresh_from_db()
    assert "The text has changed since you opened the page." in page
    assert AGREED.digest in page
    assert nora.user_id is None


def test_without_consent_nobody_is_made(
    client: Client, path: str, nora: Patient
) -> None:
    response = client.post(path, answers(consent="", email="other@example.org"))

    nora.refresh_from_db()
    page = response.content.decode()
    assert "Tick this box if you agree." in page
    assert 'value="other@example.org"' in page
    assert nora.user_id is None


def test_address_of_somebody_else_asks_to_sign_in(client: Client, path: str) -> None:
    make_user(email="nora@example.org")

    page = client.post(path, answers()).content.decode()

    assert "Sign in with it first" in page


def type_another_address(client: Client, path: str) -> Any:
    """Whoever has the link names an address that the clinic did not."""
    return client.post(path, answers(email="other@example.org"), follow=True)


def code_in(letter: Any) -> str:
    found = re.search(r"^ +(\S+)$", letter.body, re.MULTILINE)
    assert found, letter.body
    return found[1]


def test_another_address_is_proved_before_anything_is_stored(
    client: Client, path: str, nora: Patient, mailoutbox: list[Any]
) -> None:
    page = type_another_address(client, path)

    assert "We sent a code to" in page.content.decode()
    assert [letter.to for letter in mailoutbox] == [["other@example.org"]]
    nora.refresh_from_db()
    assert nora.user_id is None
    assert not User.objects.filter(email="other@example.org").exists()
    assert not Consent.objects.exists()
    came = client.post(path, {"code": code_in(mailoutbox[0])})
    assert came["Location"] == "/today"
    nora.refresh_from_db()
    assert nora.user.email == "other@example.org"
    assert nora.zone == "Europe/Lisbon"
    assert Consent.objects.filter(patient=nora).exists()


def test_the_page_still_asks_for_the_code_when_it_is_opened_again(
    client: Client, path: str
) -> None:
    type_another_address(client, path)

    assert "We sent a code to" in client.get(path).content.decode()
    assert "Hello Nora" in Client().get(path).content.decode()


def test_three_wrong_codes_end_it_and_the_link_stays_good(
    client: Client, path: str, nora: Patient, mailoutbox: list[Any]
) -> None:
    type_another_address(client, path)
    pages = [client.post(path, {"code": "WRNG-WRNG"}, follow=True) for _ in range(3)]

    assert "Incorrect code" in pages[1].content.decode()
    assert "This code does not work any more" in pages[2].content.decode()
    assert 'value="other@example.org"' in pages[2].content.decode()
    late = client.post(path, {"code": code_in(mailoutbox[0])}, follow=True)
    assert "This code does not work any more" in late.content.decode()
    nora.refresh_from_db()
    assert nora.user_id is None
    assert client.post(path, answers())["Location"] == "/today"


def test_a_mistyped_address_is_mended(client: Client, path: str) -> None:
    type_another_address(client, path)

    page = client.post(path, {"other": "yes"}, follow=True).content.decode()

    assert "Hello Nora" in page
    assert 'value="other@example.org"' in page


def test_another_code_replaces_the_first(
    client: Client, path: str, mailoutbox: list[Any]
) -> None:
    type_another_address(client, path)
    client.post(path, {"again": "yes"})
    first, second = map(code_in, mailoutbox)

    assert "Incorrect code" in client.post(path, {"code": first}).content.decode()
    assert client.post(path, {"code": second})["Location"] == "/today"


def test_one_link_sends_ten_codes_an_hour(
    client: Client, path: str, mailoutbox: list[Any]
) -> None:
    for number in range(12):
        page = client.post(path, answers(email=f"someone{number}@example.org"))

    assert len(mailoutbox) == 10
    assert "Wait a little and try again." in page.content.decode()
    assert 'value="someone11@example.org"' in page.content.decode()


def test_without_a_mail_server_the_page_says_so(
    client: Client, path: str, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    page = type_another_address(client, path).content.decode()

    assert "We cannot send mail right now." in page
    assert 'value="other@example.org"' in page


def test_whether_an_address_is_known_is_told_to_its_owner_only(
    client: Client, path: str, pia: Patient, mailoutbox: list[Any]
) -> None:
    page = client.post(path, answers(email=pia.user.email), follow=True)

    assert "There is already an account" not in page.content.decode()
    proved = client.post(path, {"code": code_in(mailoutbox[0])}).content.decode()
    assert "There is already an account" in proved


def test_somebody_signed_in_as_another_is_told_so(
    path: str, pia: Patient, signed_in: Callable[..., Client], mailoutbox: list[Any]
) -> None:
    page = signed_in(pia.user).post(path, answers()).content.decode()

    assert "Somebody else is signed in here." in page
    assert mailoutbox == []


@pytest.mark.parametrize("token", ["nonsense", "x" * 300])
def test_unknown_link_says_what_to_do(db: None, client: Client, token: str) -> None:
    response = client.get(f"/invitation/{token}")

    assert response.status_code == 410
    assert "Ask your clinic for a new one." in response.content.decode()


def test_link_works_once(
    client: Client, path: str, signed_in: Callable[..., Client]
) -> None:
    client.post(path, answers())

    assert Client().get(path).status_code == 410
