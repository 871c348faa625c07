"""The first role at work ends every sign-in that came before it."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.test import Client

from backend.accounts import actions
from backend.accounts.models import Clinic, Membership, User
from backend.accounts.roles import Role
from backend.common import clock
from backend.common.errors import Conflict
from tests.factories.accounts import make_user
from tracker.models import Helper, Patient

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

    give_role_in_admin(signed_in(operator), person, clinic_a)

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


def give_role_in_admin(admin: Client, person: User, clinic: Clinic) -> Any:
    return admin.post(
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
            "memberships-0-clinic": str(clinic.pk),
            "memberships-0-role": "clinician",
            "memberships-0-contact_order": "1",
        },
        follow=True,
    )


@pytest.mark.parametrize("way", ["action", "admin"])
@pytest.mark.parametrize("is_operator", [False, True])
def test_whoever_begins_to_work_here_helps_nobody_any_more(
    way: str, is_operator: bool, pat: Patient, clinic_b: Clinic, signed_in: SignedIn
) -> None:
    helper = Helper.objects.create(
        clinic=pat.clinic,
        patient=pat,
        user=make_user(),
        name="Maria",
        joined_at=clock.now(),
    )
    User.objects.filter(pk=helper.user_id).update(is_staff=is_operator)
    helper.user.refresh_from_db()

    if way == "action":
        actions.grant_role(
            user=helper.user, clinic=clinic_b, role=Role.CLINICIAN, by="admin"
        )
    else:
        operator = User.objects.create_superuser("op@example.org", "a-long-password")
        give_role_in_admin(signed_in(operator), helper.user, clinic_b)

    helper.refresh_from_db()
    assert helper.ended_at is not None
    assert Membership.objects.filter(user=helper.user).exists()


def test_a_patients_account_gets_no_role(pat: Patient, clinic_b: Clinic) -> None:
    with pytest.raises(Conflict, match="belongs to a patient"):
        actions.grant_role(
            user=pat.user, clinic=clinic_b, role=Role.CLINICIAN, by="admin"
        )


def test_the_admin_refuses_it_in_words_and_stores_nothing(
    pat: Patient, clinic_b: Clinic, signed_in: SignedIn
) -> None:
    operator = User.objects.create_superuser("op@example.org", "a-long-password")

    page = give_role_in_admin(signed_in(operator), pat.user, clinic_b)

    assert "This account belongs to a patient." in page.content.decode()
    assert not Membership.objects.filter(user=pat.user).exists()


def test_no_code_goes_to_an_address_that_the_admin_replaced(
    ada: User,
    clinic_b: Clinic,
    signed_in: SignedIn,
    mailoutbox: list[Any],
) -> None:
    EmailAddress.objects.create(user=ada, email=ada.email, verified=True)
    operator = User.objects.create_superuser("op@example.org", "a-long-password")
    old, ada.email = ada.email, "new.address@example.org"

    give_role_in_admin(signed_in(operator), ada, clinic_b)
    for address in (old, ada.email):
        Client().post("/accounts/login/code/", {"email": address})

    assert [letter.to for letter in mailoutbox] == [["new.address@example.org"]]


def test_an_account_that_was_both_before_can_still_be_closed(
    pat: Patient, clinic_b: Clinic, signed_in: SignedIn
) -> None:
    Membership.objects.create(user=pat.user, clinic=clinic_b, role=Role.CLINICIAN)
    operator = User.objects.create_superuser("op@example.org", "a-long-password")

    signed_in(operator).post(
        f"/admin/accounts/user/{pat.user.pk}/change/",
        {
            "email": pat.user.email,
            "name": pat.user.name,
            "zone": "UTC",
            "locale": "en",
            "memberships-TOTAL_FORMS": "0",
            "memberships-INITIAL_FORMS": "0",
        },
    )

    pat.user.refresh_from_db()
    assert not pat.user.is_active
