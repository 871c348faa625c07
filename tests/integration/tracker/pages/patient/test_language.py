"""A person's own language: on the invitation, and changed later."""

import pytest
from django.test import Client

from backend.accounts.models import Clinic, User
from tests.factories.tracker import make_patient
from tracker.actions import invitations
from tracker.models import Patient

pytestmark = pytest.mark.django_db


def change(client: Client, language: str) -> None:
    response = client.post("/language/own", {"language": language})
    assert (response.status_code, response["Location"]) == (302, "/")


def test_changing_it_changes_pages_and_the_record(pat: Patient, client: Client) -> None:
    client.force_login(pat.user)

    change(client, "es")

    pat.refresh_from_db()
    assert pat.locale == "es"
    assert '<html lang="es"' in client.get("/today").content.decode()


@pytest.mark.parametrize("language", ["xx", "", "de"])
def test_a_region_stays_where_the_language_does(
    pat: Patient, client: Client, language: str
) -> None:
    User.objects.filter(pk=pat.user.pk).update(locale="de-AT")
    client.force_login(pat.user)

    change(client, language)

    pat.user.refresh_from_db()
    assert pat.user.locale == "de-AT"


def test_the_invitation_speaks_as_the_clinic_wrote_down(
    clinic_a: Clinic, ada: User, client: Client
) -> None:
    ned = make_patient(clinic_a, name="Ned Weber", user=None, locale="de-AT")
    link = invitations.invite_patient(patient=ned, by=ada)
    path = link[link.index("/invitation/") :]

    german = client.get(path).content.decode()
    client.post("/language", {"language": "es", "next": path})
    spanish = client.get(path).content.decode()

    assert '<html lang="de"' in german
    assert 'name="locale" value="de-AT"' in german
    assert '<html lang="es"' in spanish
    assert 'name="locale" value="es"' in spanish
