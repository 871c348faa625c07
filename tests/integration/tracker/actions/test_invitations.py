"""Being invited, and being let in once."""

import re

import pytest

from backend.accounts.actions import InvitationUnusable
from backend.accounts.models import Clinic, User
from backend.audit.models import AuditEvent
from backend.common.errors import Conflict, InvalidInput
from reminders.models import ReminderSchedule
from tests.factories.accounts import make_user
from tests.factories.tracker import make_episode, make_patient
from tracker.actions import invitations
from tracker.actions.coming_in import AddressUnproved, SignInFirst, SomebodyElse
from tracker.models import Patient
from tracker.queries import consent_texts

AGREED = consent_texts.current(Clinic(name="Hudson Spine"), "es").digest


@pytest.fixture
def ned(clinic_a: Clinic) -> Patient:
    patient = make_patient(clinic_a, name="Ned New", user=None)
    make_episode(patient, day=2)
    return patient


@pytest.fixture
def token(ned: Patient, ada: User) -> str:
    return _token(invitations.invite_patient(patient=ned, by=ada))


def _token(link: str) -> str:
    found = re.fullmatch(r"http://[^/]+/invitation/(\S+)", link)
    assert found is not None
    return found[1]


def _accept(token: str, email: str = "ned@example.org", **fields: object) -> User:
    return invitations.accept(
        token=token,
        email=email,
        zone="Europe/Madrid",
        locale="es",
        agreed_to=AGREED,
        **{"proved": email, **fields},
    )


def test_preview_names_patient_and_clinic(token: str, ned: Patient) -> None:
    found = invitations.preview(token)

    assert (found.patient, found.clinic) == (ned, ned.clinic)


def test_accept_makes_a_user_without_password(token: str, ned: Patient) -> None:
    user = _accept(token, "Ned@Example.org")

    ned.refresh_from_db()
    assert ned.user == user
    assert (user.email, user.name, user.zone) == (
        "ned@example.org",
        "Ned New",
        "Europe/Madrid",
    )
    assert not user.has_usable_password()
    assert (ned.zone, ned.locale, ned.email) == (
        "Europe/Madrid",
        "es",
        "ned@example.org",
    )
    assert AuditEvent.objects.filter(action="patient.joined").count() == 1


def test_accept_begins_the_reminders(token: str, ned: Patient) -> None:
    user = _accept(token)

    schedule = ReminderSchedule.objects.get(
        subject_id=ned.episodes.get().pk, kind="check_in"
    )
    assert (schedule.recipient, schedule.zone) == (user, "Europe/Madrid")
    assert schedule.wall_time.isoformat() == "18:30:00"


def test_link_works_once(token: str) -> None:
    _accept(token)

    with pytest.raises(InvitationUnusable):
        _accept(token, "other@example.org")
    with pytest.raises(InvitationUnusable):
        invitations.preview(token)


def test_new_link_ends_the_earlier_one(token: str, ned: Patient, ada: User) -> None:
    newer = _token(invitations.invite_patient(patient=ned, by=ada))

    with pytest.raises(InvitationUnusable):
        invitations.preview(token)
    assert invitations.preview(newer).patient == ned


def test_existing_account_is_not_taken_over(token: str, ned: Patient) -> None:
    make_user(email="ned@example.org")

    with pytest.raises(SignInFirst):
        _accept(token, "NED@example.org")

    ned.refresh_from_db()
    assert ned.user is None
    assert invitations.preview(token).patient == ned


def test_existing_account_is_linked_by_its_owner(token: str, ned: Patient) -> None:
    owner = make_user(email="ned@example.org")

    assert _accept(token, signed_in=owner) == owner

    ned.refresh_from_db()
    assert ned.user == owner


@pytest.mark.parametrize("email", ["ned@example.org", "free@example.org"])
def test_somebody_else_who_is_signed_in_is_refused(
    token: str, email: str, ada: User
) -> None:
    make_user(email="ned@example.org")

    with pytest.raises(SomebodyElse):
        _accept(token, email, signed_in=ada)


def test_an_address_that_nobody_proved_is_not_taken(token: str, ned: Patient) -> None:
    with pytest.raises(AddressUnproved):
        _accept(token, proved="somebody@example.org")

    ned.refresh_from_db()
    assert (ned.user, ned.email) == (None, "")
    assert not User.objects.filter(email="ned@example.org").exists()
    assert invitations.preview(token).patient == ned


def test_the_address_that_the_clinic_wrote_down_needs_no_proof(
    token: str, ned: Patient
) -> None:
    Patient.objects.filter(pk=ned.pk).update(email="Ned@Example.org")

    assert _accept(token, proved="").email == "ned@example.org"


def test_an_account_with_work_here_does_not_become_a_patient(
    token: str, bo: User
) -> None:
    with pytest.raises(SomebodyElse):
        _accept(token, bo.email, signed_in=bo)


def test_one_account_is_one_patient_per_clinic(token: str, pat: Patient) -> None:
    with pytest.raises(Conflict) as caught:
        _accept(token, pat.user.email, signed_in=pat.user)

    assert caught.value.code == "already_joined"


def test_accept_names_wrong_fields(token: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        invitations.accept(
            token=token, email="", zone="Nowhere", locale="en", agreed_to=AGREED
        )

    assert [e["field"] for e in caught.value.errors] == ["email", "zone"]
    assert not User.objects.filter(zone="Nowhere").exists()


def test_made_up_token_is_refused(db: None) -> None:
    with pytest.raises(InvitationUnusable):
        _accept("made-up")


def test_who_has_joined_is_not_invited_again(pat: Patient, ada: User) -> None:
    with pytest.raises(Conflict):
        invitations.invite_patient(patient=pat, by=ada)
