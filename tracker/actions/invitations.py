"""Invite a patient to the app, and let them in by their link."""

from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from backend.accounts import actions as accounts
from backend.accounts import work
from backend.accounts.actions import InvitationUnusable
from backend.accounts.models import Clinic, User
from backend.audit import recorder
from backend.common.errors import Conflict
from tracker.actions import coming_in, consents
from tracker.actions import field_checks as checks
from tracker.actions.check_in_reminders import follow_plan
from tracker.actions.coming_in import SignInFirst, SomebodyElse
from tracker.models import Episode, Helper, Patient


@dataclass(frozen=True, slots=True)
class Preview:
    """Whom an unused invitation is for."""

    patient: Patient
    clinic: Clinic


@transaction.atomic
def invite_patient(*, patient: Patient, by: User) -> str:
    """A new single-use link; earlier ones stop working.

    Raises Conflict for somebody who can sign in already.
    """
    if patient.user_id is not None:
        raise Conflict(
            "This patient already has an account and can sign in by e-mail.",
            code="already_joined",
        )
    _, token = accounts.invite(clinic=patient.clinic, subject_id=patient.pk, by=by)
    recorder.record("patient.invited", target=patient, by=by)
    return f"{settings.BASE_URL.rstrip('/')}/invitation/{token}"


def preview(token: str) -> Preview:
    """Whom the link is for, without using it. Raises InvitationUnusable."""
    invitation = accounts.open_invitation(token)
    patient = (
        Patient.objects.select_related("clinic")
        .filter(
            pk=invitation.subject_id, clinic_id=invitation.clinic_id, user__isnull=True
        )
        .first()
    )
    if patient is None:
        raise InvitationUnusable
    return Preview(patient, patient.clinic)


@transaction.atomic
def accept(
    *,
    token: str,
    email: str,
    zone: str,
    locale: str,
    agreed_to: str,
    signed_in: User | None = None,
    proved: str = "",
) -> User:
    """Make the invited patient a user, once, and begin their reminders.

    `agreed_to` is the digest of the consent text that they were shown, `proved` the
    address whose mail they read. The address that the clinic wrote down needs no proof.
    An existing account is linked only if its owner is `signed_in`. Raises
    InvitationUnusable, InvalidInput, AddressUnproved, SignInFirst, and SomebodyElse.
    """
    patient = preview(token).patient
    fields = checks.read_fields(
        {"email": email, "zone": zone, "locale": locale}, _CHECKS
    )
    text = consents.text_shown(patient, agreed_to)
    coming_in.require_owner(
        fields["email"], signed_in=signed_in, proved=proved or patient.email
    )
    user = _user_for(patient, fields, signed_in)
    accounts.accept(token=token, by=user)
    _join(patient, user, fields)
    consents.give(patient=patient, text=text, by=user)
    return user


def _user_for(patient: Patient, fields: dict[str, str], signed_in: User | None) -> User:
    known = coming_in.account_of(fields["email"])
    if known is None:
        return _new_user(fields, patient.name)
    if signed_in is None:
        raise SignInFirst
    if work.is_at_work(known):
        raise SomebodyElse(
            _(
                "This account is already used for something else here. "
                "Ask to be invited with another e-mail address."
            )
        )
    if Helper.objects.filter(user=known, ended_at=None).exists():
        raise Conflict(
            _("This account helps somebody else here. Use another e-mail address."),
            code="already_helping",
        )
    if Patient.objects.filter(user=known, clinic=patient.clinic_id).exists():
        sentence = _(
            "This account is already in care at this clinic. Ask the clinic for help."
        )
        raise Conflict(sentence, code="already_joined")
    return known


def _new_user(fields: dict[str, str], name: str) -> User:
    try:
        with transaction.atomic():
            return User.objects.create_user(**fields, name=name)
    except IntegrityError:  # somebody took the address a moment ago
        raise SignInFirst from None


def _join(patient: Patient, user: User, fields: dict[str, str]) -> None:
    # Two links made at the same moment still let one person in.
    if not Patient.objects.filter(pk=patient.pk, user=None).update(user=user):
        raise InvitationUnusable
    patient.user = user
    patient.zone, patient.locale = fields["zone"], fields["locale"]
    patient.email = patient.email or fields["email"]
    patient.save(update_fields=["zone", "locale", "email"])
    recorder.record("patient.joined", target=patient, by=user)
    active = Episode.objects.filter(patient=patient, status=Episode.Status.ACTIVE)
    for episode in active.select_related("clinic", "procedure", "protocol"):
        episode.patient = patient
        follow_plan(episode=episode, by=user)


_CHECKS: dict[str, checks.Check] = {
    "email": checks.needed_email,
    "zone": checks.zone,
    "locale": checks.locale,
}
