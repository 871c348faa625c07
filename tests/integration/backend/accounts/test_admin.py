"""The operator makes clinics and staff; nobody else reaches the admin."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.test import Client

from backend.accounts.models import Clinic, Membership, User
from backend.audit.models import AuditEvent
from tracker.models import Patient

SignIn = Callable[[User], Client]
PASSWORD = "a-long-password"


@pytest.fixture
def operator(db: None) -> User:
    return User.objects.create_superuser("op@example.org", PASSWORD)


def change(client: Client, person: User, **fields: str) -> Any:
    return client.post(
        f"/admin/accounts/user/{person.pk}/change/",
        {
            "email": person.email,
            "name": person.name,
            "zone": person.zone,
            "locale": person.locale,
            "is_active": "on",
            "memberships-TOTAL_FORMS": "0",
            "memberships-INITIAL_FORMS": "0",
            **fields,
        },
    )


def test_the_operator_makes_a_member_of_staff(
    signed_in: SignIn, operator: User, clinic_a: Clinic
) -> None:
    client = signed_in(operator)
    person = User.objects.create_user("new@example.org", name="Noa Lind")

    response = change(
        client,
        person,
        **{
            "memberships-TOTAL_FORMS": "1",
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


def by_password(user: User) -> Client:
    """Signed in as people do, which leaves a line in the list of sign-ins."""
    client = Client()
    body = {"login": user.email, "password": PASSWORD}
    assert client.post("/accounts/login/", body).status_code == 302
    return client


def by_token(user: User) -> dict[str, str]:
    answer = Client().post(
        "/_allauth/app/v1/auth/login",
        {"email": user.email, "password": PASSWORD},
        content_type="application/json",
    )
    return {"X-Session-Token": answer.json()["meta"]["session_token"]}


def test_another_address_ends_every_sign_in(
    signed_in: SignIn, operator: User, ada: User
) -> None:
    ada.set_password(PASSWORD)
    ada.save()
    desk, laptop, token = by_password(ada), by_password(ada), by_token(ada)
    assert Client().get("/api/v1/me", headers=token).status_code == 200

    change(signed_in(operator), ada, email="ada.new@example.org")

    assert [c.get("/clinic/").status_code for c in (desk, laptop)] == [302, 302]
    assert Client().get("/api/v1/me", headers=token).status_code == 401
    assert AuditEvent.objects.filter(action="sign_ins.ended").count() == 1


def test_it_ends_also_what_began_with_an_invitation(
    signed_in: SignIn, operator: User, pat: Patient
) -> None:
    phone = signed_in(pat.user)
    assert phone.get("/today").status_code == 200

    change(signed_in(operator), pat.user, email="pat.new@example.org", name="Pat")

    assert phone.get("/today").status_code == 302


@pytest.mark.django_db(transaction=True)
def test_the_old_address_hears_of_it_in_the_language_of_its_owner(
    signed_in: SignIn, operator: User, pat: Patient
) -> None:
    old = pat.user.email
    User.objects.filter(pk=pat.user.pk).update(locale="de")
    EmailAddress.objects.create(user=pat.user, email=old, verified=True)
    pat.user.refresh_from_db()

    change(signed_in(operator), pat.user, email="pat.new@example.org", name="Pat")

    [told] = mail.outbox
    assert told.to == [old]
    assert told.subject == "Ihre E-Mail-Adresse wurde geändert"
    assert "pat.new" not in told.body
    assert not EmailAddress.objects.filter(email=old).exists()


@pytest.mark.django_db(transaction=True)
def test_other_changes_sign_nobody_out_and_tell_nobody(
    signed_in: SignIn, operator: User, pat: Patient
) -> None:
    phone = signed_in(pat.user)

    change(signed_in(operator), pat.user, name="Patricia")

    assert phone.get("/today").status_code == 200
    assert mail.outbox == []


@pytest.mark.parametrize("has_password", [True, False])
def test_the_operator_goes_on_with_the_own_new_address(
    signed_in: SignIn, operator: User, has_password: bool
) -> None:
    if not has_password:
        operator.set_unusable_password()
        operator.save()
    sign_in = by_password if has_password else signed_in
    desk, elsewhere = sign_in(operator), sign_in(operator)

    change(
        desk,
        operator,
        email="op2@example.org",
        name="Op",
        is_staff="on",
        is_superuser="on",
    )

    assert desk.get("/admin/").status_code == 200
    assert elsewhere.get("/admin/").status_code == 302


def test_without_a_second_step_the_admin_leads_to_it(
    operator: User, settings: Any
) -> None:
    settings.ADMIN_SECOND_FACTOR = True
    client = by_password(operator)

    asked = client.get("/admin/accounts/user/")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    form = client.get("/accounts/2fa/totp/activate/").context["form"]
    code = totp.format_hotp_value(
        totp.hotp_value(form.secret, next(iter(totp.yield_hotp_counters_from_time())))
    )
    set_up = client.post("/accounts/2fa/totp/activate/", {"code": code})

    assert asked.status_code == 403
    assert "Set up a second step first" in asked.content.decode()
    assert "op@example.org" not in asked.content.decode()
    assert set_up.status_code == 302
    assert client.get("/admin/accounts/user/").status_code == 200


def test_codes_for_a_lost_phone_do_not_open_the_admin(
    signed_in: SignIn, operator: User, settings: Any
) -> None:
    settings.ADMIN_SECOND_FACTOR = True
    Authenticator.objects.create(
        user=operator, type=Authenticator.Type.RECOVERY_CODES, data={}
    )

    assert signed_in(operator).get("/admin/").status_code == 403


def test_a_clinic_has_a_name_that_can_be_seen(
    signed_in: SignIn, operator: User, clinic_a: Clinic
) -> None:
    page = f"/admin/accounts/clinic/{clinic_a.pk}/change/"
    form = signed_in(operator).get(page).context["adminform"].form
    typed = {name: form[name].value() or "" for name in form.fields}

    answer = signed_in(operator).post(page, typed | {"name": "\u200b\u00a0"})

    assert list(answer.context["adminform"].errors) == ["name"]
    clinic_a.refresh_from_db()
    assert clinic_a.name == "Hudson Spine"


def test_who_has_no_name_that_can_be_seen_is_called_by_their_address(
    signed_in: SignIn, operator: User
) -> None:
    person = User.objects.create_user("new@example.org", name="Noa Lind")

    change(signed_in(operator), person, name="\u200b")

    person.refresh_from_db()
    assert (person.name, person.get_full_name()) == ("", "new@example.org")
