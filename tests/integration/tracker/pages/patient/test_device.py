"""What a phone may know of its owner, and what it keeps for everybody."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import User
from tracker.actions import consents, helpers
from tracker.models import Episode, Patient
from tracker.queries import consent_texts

SignedIn = Callable[[User], Client]


def test_device_is_told_its_owners_clinic_and_a_pass(
    pats_episode: Episode, signed_in: SignedIn
) -> None:
    response = signed_in(pats_episode.patient.user).get("/device")

    said = response.json()
    assert len(said.pop("csrf")) == 64
    assert said == {
        "owner": str(pats_episode.pk),
        "zone": "America/New_York",
        "day_0": pats_episode.procedure.performed_on.isoformat(),
        "phone": pats_episode.clinic.phone,
        "night_phone": pats_episode.clinic.out_of_hours_phone,
        "emergency_number": "911",
        "crisis_line": "988",
        "hours": "The team reads reports Monday to Friday, 8:00 to 17:00.",
    }
    assert "no-store" in response["Cache-Control"]


def test_device_of_nobody_and_of_staff_is_told_nothing(
    ada: Any, signed_in: SignedIn, client: Client
) -> None:
    answers = [client.get("/device"), signed_in(ada).get("/device")]

    assert [(a.status_code, a.content) for a in answers] == [(401, b""), (403, b"")]


def test_device_after_the_care_ended_is_told_only_that(
    pats_episode: Episode, signed_in: SignedIn
) -> None:
    Episode.objects.update(status="closed")

    answer = signed_in(pats_episode.patient.user).get("/device")

    assert answer.status_code == 404
    assert answer.json() == {"owner": str(pats_episode.pk), "refuses": "ended"}


def test_device_of_an_ended_helper_is_told_only_that(
    pats_episode: Episode, pat: Patient, signed_in: SignedIn
) -> None:
    helper, link = helpers.invite(
        patient=pat,
        by=pat.user,
        name="Maria Ruiz",
        relation="daughter",
        email="maria@example.org",
        may_read=False,
    )
    token = link.rsplit("/", 1)[-1]
    user = helpers.accept(
        token=token,
        zone="UTC",
        locale="en",
        agreed_to="2026-11",
        proved="maria@example.org",
    )
    helpers.end(helper=helper, by=pat.user)

    answer = signed_in(user).get("/device")

    assert answer.status_code == 404
    assert answer.json() == {"owner": str(helper.pk), "refuses": "ended"}


def test_device_learns_of_a_withdrawal_and_that_it_is_over(
    pats_episode: Episode, pat: Patient, signed_in: SignedIn
) -> None:
    client = signed_in(pat.user)
    consents.withdraw(patient=pat, by=pat.user)
    assert client.get("/device").json()["refuses"] == "withdrawn"

    text = consent_texts.current(pat.clinic, "en")
    consents.give(patient=pat, text=text, by=pat.user)

    assert "refuses" not in client.get("/device").json()


@pytest.mark.parametrize(
    "path", ["/shell/today", "/shell/check-in", "/shell/symptom", "/shell/plan"]
)
def test_shell_is_the_same_for_everybody(
    path: str, pats_episode: Episode, signed_in: SignedIn, client: Client
) -> None:
    of_nobody = client.get(path)
    of_pat = signed_in(pats_episode.patient.user).get(path)

    assert of_pat.content == of_nobody.content
    assert of_nobody.cookies == {}
    assert b"csrfmiddlewaretoken" not in of_nobody.content
