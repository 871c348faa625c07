"""The first role at work ends every sign-in that came before it."""

from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.test import Client

from backend.accounts import actions
from backend.accounts.models import Clinic, User
from backend.accounts.roles import Role

SignedIn = Callable[[User], Client]


@pytest.fixture
def squatter(signed_in: SignedIn, db: None) -> Client:
    """Signed in as an address that somebody else owns, and means to stay."""
    doctor = User.objects.create_user("new.doctor@clinic.org", name="N")
    doctor.set_password("chosen by the wrong person")
    doctor.save()
    EmailAddress.objects.create(user=doctor, email="squatter@example.org")
    Authenticator.objects.create(user=doctor, type=Authenticator.Type.WEBAUTHN, data={})
    return signed_in(doctor)


def doctor() -> User:
    return User.objects.get(email="new.doctor@clinic.org")


def test_nobody_stays_inside_when_the_account_gets_its_first_role(
    squatter: Client, clinic_a: Clinic
) -> None:
    actions.grant_role(user=doctor(), clinic=clinic_a, role=Role.CLINICIAN, by="admin")

    assert squatter.get("/clinic/").status_code == 302
    assert not doctor().has_usable_password()
    assert not Authenticator.objects.exists()
    assert not EmailAddress.objects.filter(email="squatter@example.org").exists()


def test_the_admin_ends_them_too(
    squatter: Client, clinic_a: Clinic, signed_in: SignedIn
) -> None:
    operator = User.objects.create_superuser("op@example.org", "a-long-password")
    person = doctor()

    saved = signed_in(operator).post(
        f"/admin/accounts/user/{person.pk}/change/",
        {
            "email": person.email,
            "name": person.name,
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

    assert saved.status_code == 302
    assert squatter.get("/clinic/").status_code == 302


def test_a_second_role_signs_nobody_out(
    ada: User, clinic_b: Clinic, signed_in: SignedIn
) -> None:
    browser = signed_in(ada)

    actions.grant_role(user=ada, clinic=clinic_b, role=Role.CLINICIAN, by="admin")

    assert browser.get("/clinic/").status_code == 200


def test_a_password_that_nobody_used_stays(clinic_a: Clinic) -> None:
    made = User.objects.create_user("made@clinic.org", "set by the operator")

    actions.grant_role(user=made, clinic=clinic_a, role=Role.CLINICIAN, by="admin")

    assert made.has_usable_password()
