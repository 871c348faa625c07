"""From the link to a signed-in patient."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import Clinic
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
