"""After a withdrawal: no form, nothing stored, and always whom to call."""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import User
from tracker.actions import consents, helpers
from tracker.models import Alert, CheckIn, Episode, Patient

SignedIn = Callable[[User], Client]
NUMB = {"symptom": "saddle_numbness", "change_saddle_numbness": "new"}


def text(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


@pytest.fixture(params=["patient", "helper"])
def sender(
    request: pytest.FixtureRequest,
    pat: Patient,
    pats_episode: Episode,
    signed_in: SignedIn,
) -> tuple[Client, str]:
    """Who writes for Pat, and where; Pat has withdrawn."""
    client, start = signed_in(pat.user), ""
    if request.param == "helper":
        _helper, link = helpers.invite(
            patient=pat,
            by=pat.user,
            name="Maria Ruiz",
            relation="daughter",
            email="maria@example.org",
            may_read=True,
        )
        token = link.rsplit("/", 1)[-1]
        user = helpers.accept(
            token=token,
            zone="UTC",
            locale="en",
            agreed_to="2026-11",
            proved="maria@example.org",
        )
        client, start = signed_in(user), f"/helping/{pats_episode.pk}"
    consents.withdraw(patient=pat, by=pat.user)
    return client, start


def send(sender: tuple[Client, str], **answers: str) -> Any:
    client, start = sender
    return client.post(
        f"{start}/check-in", {"check_in_id": str(uuid.uuid4()), **answers}
    )


@pytest.mark.parametrize("broken", [{}, {"pain": "99"}, {"symptom_also": "x"}])
def test_an_emergency_is_answered_though_nothing_is_stored(
    sender: tuple[Client, str], broken: dict[str, str], pat: Patient
) -> None:
    answer = send(sender, **NUMB, **broken)

    said = text(answer)
    assert answer.status_code == 409
    assert "Get help now for the numb skin" in said
    assert "The clinic did not get this, and nobody there reads it." in said
    for number in (pat.clinic.emergency_number, pat.clinic.phone):
        assert f"tel:{re.sub(r'[^0-9+]', '', number)}" in answer.content.decode()
    assert not CheckIn.objects.exists()
    assert not Alert.objects.exists()


def test_thoughts_of_suicide_are_not_told_that_the_clinic_knows(
    sender: tuple[Client, str], pat: Patient
) -> None:
    answer = send(sender, symptom="suicidal_thoughts", change_suicidal_thoughts="new")

    assert "You matter, and help is here now" in text(answer)
    assert "We are being told" not in text(answer)
    assert pat.clinic.crisis_line in text(answer)


@pytest.mark.parametrize("answers", [{"pain": "3"}, {"pain": "99"}, {}])
def test_anything_else_is_refused_calmly_with_the_numbers(
    sender: tuple[Client, str], answers: dict[str, str], pat: Patient
) -> None:
    answer = send(sender, **answers)

    assert answer.status_code == 409
    assert "What you sent was not stored." in text(answer)
    assert f"In an emergency call {pat.clinic.emergency_number}" in text(answer)
    assert not CheckIn.objects.exists()


@pytest.mark.parametrize("form", ["check-in", "symptom"])
def test_in_place_of_a_form_stands_whom_to_call(
    sender: tuple[Client, str], form: str, pat: Patient
) -> None:
    client, start = sender

    page = client.get(f"{start}/{form}")

    assert "Nothing new is stored" in text(page)
    assert f"In an emergency call {pat.clinic.emergency_number}" in text(page)
    assert "Agree again" in text(page)
    assert 'id="check-in"' not in page.content.decode()
    assert "/helping/progress" not in page.content.decode()


def test_the_first_page_offers_no_check_in(
    pat: Patient, pats_episode: Episode, signed_in: SignedIn
) -> None:
    consents.withdraw(patient=pat, by=pat.user)

    page = signed_in(pat.user).get("/today")

    assert "You have withdrawn your consent" in text(page)
    assert 'href="/check-in"' not in page.content.decode()


@pytest.mark.parametrize("form", ["check-in", "symptom"])
def test_a_phone_promises_nothing_before_it_has_sent(
    form: str, pat: Patient, pats_episode: Episode, signed_in: SignedIn
) -> None:
    """A form stays open on the phone, and the consent is withdrawn meanwhile."""
    page = signed_in(pat.user).get(f"/{form}").content.decode()

    assert "You matter, and help is here now" in page
    assert "Call the emergency number or a crisis line now." in page
    assert "being told" not in page
