"""What a phone may know of its owner, and what it keeps for everybody."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import User
from tracker.models import Episode

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


def test_device_after_the_care_ended_is_told_nothing(
    pats_episode: Episode, signed_in: SignedIn
) -> None:
    Episode.objects.update(status="closed")

    assert signed_in(pats_episode.patient.user).get("/device").status_code == 404


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
