"""Staff read what was agreed to, and write a withdrawal down."""

from collections.abc import Callable

import pytest
from django.test import Client

from backend.accounts.models import User
from tracker.actions import consents
from tracker.models import Consent, Patient
from tracker.queries import consent_texts

SignedIn = Callable[..., Client]


@pytest.fixture
def path(pat: Patient) -> str:
    text = consent_texts.current(pat.clinic, "es")
    consents.give(patient=pat, text=text, by=pat.user)
    return f"/clinic/patients/{pat.pk}/consent"


def test_the_words_and_their_digest_can_be_read(
    path: str, cleo: User, signed_in: SignedIn
) -> None:
    page = signed_in(cleo).get(path).content.decode()

    consent = Consent.objects.get()
    assert "Hudson Spine guarda lo que usted escribe" in page
    assert consent.text_digest in page


def test_a_withdrawal_is_written_down_once_it_is_sure(
    path: str, pat: Patient, cleo: User, signed_in: SignedIn
) -> None:
    staff = signed_in(cleo)

    unsure = staff.post(path)
    pat.refresh_from_db()

    assert unsure.status_code == 422
    assert "Nothing has changed." in unsure.content.decode()
    assert pat.consent_withdrawn_at is None

    assert staff.post(path, {"sure": "on"}).status_code == 302
    assert Consent.objects.get().withdrawn_by == cleo
    assert "may agree again" in staff.get(path).content.decode()
