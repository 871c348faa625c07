"""A form whose token was replaced meanwhile is given back, and to its own site only."""

from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import User
from tracker.models import Patient

OURS = {"Origin": "http://testserver"}


@pytest.fixture
def desk(cleo: User, clinic_a: Any) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cleo)
    return client


def test_what_was_typed_is_given_back(desk: Client) -> None:
    typed = {"name": "Nora Field", "routes": ["facet", "epidural"], "password": "xyz"}

    answer = desk.post("/clinic/enrol", typed, headers=OURS)

    page = answer.content.decode()
    assert answer.status_code == 403
    assert 'action="/clinic/enrol"' in page
    assert '<input type="hidden" name="name" value="Nora Field">' in page
    assert page.count('name="routes"') == 2
    assert "xyz" not in page
    assert "What you typed is kept" in page
    assert 'name="csrfmiddlewaretoken"' in page


def test_a_patient_reads_it_in_their_language(pat: Patient) -> None:
    User.objects.filter(pk=pat.user.pk).update(locale="es")
    phone = Client(enforce_csrf_checks=True)
    phone.force_login(pat.user)

    answer = phone.post("/check-in", {"pain": "6"}, headers=OURS)

    assert "Lo que ha escrito está guardado" in answer.content.decode()


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/clinic/enrol", {"Origin": "https://evil.example"}),
        ("/clinic/enrol", {"Origin": "null"}),
        ("/clinic/enrol", {}),
        ("/accounts/logout/", OURS),
    ],
)
def test_another_sites_form_is_only_refused(
    desk: Client, path: str, headers: dict[str, str]
) -> None:
    answer = desk.post(path, {"name": "Nora Field"}, headers=headers)

    assert answer.status_code == 403
    assert "Nora Field" not in answer.content.decode()


def test_nobody_signed_in_is_only_refused(db: None) -> None:
    client = Client(enforce_csrf_checks=True)

    answer = client.post("/clinic/enrol", {"name": "Nora Field"}, headers=OURS)

    assert answer.status_code == 403
    assert "Nora Field" not in answer.content.decode()
