"""The operator makes clinics and staff; nobody else reaches the admin."""

from collections.abc import Callable

import pytest
from django.test import Client

from backend.accounts.models import Clinic, Membership, User
from backend.audit.models import AuditEvent

SignIn = Callable[[User], Client]


@pytest.fixture
def operator(db: None) -> User:
    return User.objects.create_superuser("op@example.org", "a-long-password")


def test_the_operator_makes_a_member_of_staff(
    signed_in: SignIn, operator: User, clinic_a: Clinic
) -> None:
    client = signed_in(operator)
    person = User.objects.create_user("new@example.org", name="Noa Lind")

    response = client.post(
        f"/admin/accounts/user/{person.pk}/change/",
        {
            "email": "new@example.org",
            "name": "Noa Lind",
            "zone": "UTC",
            "locale": "en",
            "is_active": "on",
            "memberships-TOTAL_FORMS": "1",
            "memberships-INITIAL_FORMS": "0",
            "memberships-0-id": "",
            "memberships-0-user": str(person.pk),
            "memberships-0-clinic": str(clinic_a.pk),
            "memberships-0-role": "clinician",
            "memberships-0-contact_order": "1",
        },
    )

    assert response.status_code == 302, response.context["errors"]
    assert Membership.objects.get(user=person).clinic == clinic_a
    assert AuditEvent.objects.filter(action="user.administered").exists()


def test_the_operator_changes_a_clinic(
    signed_in: SignIn, operator: User, clinic_a: Clinic
) -> None:
    page = signed_in(operator).get(f"/admin/accounts/clinic/{clinic_a.pk}/change/")

    assert page.status_code == 200


def test_a_zone_that_the_database_does_not_know_is_refused(
    signed_in: SignIn, operator: User, clinic_a: Clinic, zone_without_postgres: str
) -> None:
    page = f"/admin/accounts/clinic/{clinic_a.pk}/change/"
    form = signed_in(operator).get(page).context["adminform"].form
    typed = {
        **{name: form[name].value() or "" for name in form.fields},
        "name": "Hudson Spine Two",
        "zone": zone_without_postgres,
    }

    answer = signed_in(operator).post(page, typed)

    assert answer.context["adminform"].errors == {
        "zone": [
            "The database does not know the time zone Nowhere/Atlantis: choose another "
            "one with the same clock."
        ]
    }
    assert answer.context["adminform"].form["name"].value() == "Hudson Spine Two"
    clinic_a.refresh_from_db()
    assert clinic_a.zone == "America/New_York"


def test_clinic_staff_do_not_reach_the_admin(signed_in: SignIn, lena: User) -> None:
    assert signed_in(lena).get("/admin/accounts/user/").status_code in (302, 403)
