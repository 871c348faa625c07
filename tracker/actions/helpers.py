"""A patient asks somebody to write for them; either of the two may end it."""

from collections.abc import Mapping
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from backend.accounts import actions as accounts
from backend.accounts import work
from backend.accounts.actions import InvitationUnusable
from backend.accounts.models import User
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import Conflict, NotFound
from tracker.actions import check_ins, coming_in, consents
from tracker.actions import field_checks as checks
from tracker.actions.coming_in import SignInFirst, SomebodyElse
from tracker.actions.submission import Submission
from tracker.models import CheckIn, Episode, Helper, Patient

MOST_AT_A_TIME = 3


@transaction.atomic
def invite(
    *, patient: Patient, by: User, name: str, relation: str, email: str, may_read: bool
) -> tuple[Helper, str]:
    """The grant and its single-use link. Raises InvalidInput, and Conflict at three."""
    fields = checks.read_fields(
        {"name": name, "relation": relation, "email": email}, _INVITED
    )
    # One at a time: two tabs must not make four helpers.
    consents.require_and_hold(patient)
    if Helper.objects.filter(patient=patient, ended_at=None).count() >= MOST_AT_A_TIME:
        raise Conflict(
            _("You can have three helpers at a time. End one of them first."),
            code="too_many_helpers",
        )
    helper = Helper.objects.create(
        clinic_id=patient.clinic_id, patient=patient, may_read=may_read, **fields
    )
    token = accounts.invite(clinic=patient.clinic, subject_id=helper.pk, by=by)[1]
    recorder.record("helper.invited", target=helper, by=by, may_read=may_read)
    return helper, f"{settings.BASE_URL.rstrip('/')}/helper-invitation/{token}"


def preview(token: str) -> Helper:
    """The grant behind an unused link. Raises InvitationUnusable."""
    invitation = accounts.open_invitation(token)
    helper = (
        Helper.objects.select_related("patient", "clinic")
        .filter(
            pk=invitation.subject_id,
            clinic_id=invitation.clinic_id,
            user=None,
            ended_at=None,
        )
        .first()
    )
    if helper is None:
        raise InvitationUnusable
    return helper


@transaction.atomic
def accept(
    *,
    token: str,
    zone: str,
    locale: str,
    agreed_to: str,
    signed_in: User | None = None,
    proved: str = "",
) -> User:
    """Let the invited person in, once, by the e-mail address the patient named.

    `agreed_to` is the version of the agreement that they were shown. The patient has
    the link, too: a code shows whose address it is, and `proved` names it. Raises
    InvitationUnusable, InvalidInput, AddressUnproved, SignInFirst, and SomebodyElse
    where the account at hand is another one or has work or care of its own here.
    """
    helper = preview(token)
    fields = checks.read_fields({"zone": zone, "locale": locale}, _ACCEPTED)
    coming_in.require_owner(helper.email, signed_in=signed_in, proved=proved)
    user = _user_for(helper, fields, signed_in)
    accounts.accept(token=token, by=user)
    joined = Helper.objects.filter(pk=helper.pk, user=None, ended_at=None).update(
        user=user, joined_at=clock.now()
    )
    if not joined:  # ended a moment ago
        raise InvitationUnusable
    recorder.record("helper.joined", target=helper, by=user)
    recorder.record("agreement.given", target=helper, by=user, text_version=agreed_to)
    return user


def _user_for(helper: Helper, fields: dict[str, str], signed_in: User | None) -> User:
    known = coming_in.account_of(helper.email)
    if known is None:
        return _new_user(helper, fields)
    if signed_in is None:
        raise SignInFirst
    if _is_taken(known):
        raise SomebodyElse(
            _(
                "This account is already used for something else here. "
                "Ask to be invited with another e-mail address."
            )
        )
    return known


def _new_user(helper: Helper, fields: dict[str, str]) -> User:
    try:
        with transaction.atomic():
            return User.objects.create_user(helper.email, name=helper.name, **fields)
    except IntegrityError:  # somebody took the address a moment ago
        raise InvitationUnusable from None


def _is_taken(user: User) -> bool:
    """One account is one thing: staff, a patient, or somebody's helper."""
    return (
        work.is_at_work(user)
        or Patient.objects.filter(user=user).exists()
        or Helper.objects.filter(user=user, ended_at=None).exists()
    )


@transaction.atomic
def end(*, helper: Helper, by: User) -> None:
    """From now on they see and write nothing. Doing it twice is harmless."""
    ended = Helper.objects.filter(pk=helper.pk, ended_at=None).update(
        ended_at=clock.now(), ended_by=by
    )
    if ended:
        recorder.record("helper.ended", target=helper, by=by)


def end_for_work(user: User) -> None:
    """Whoever begins to work here helps nobody any more: staff read what they need."""
    for helper in Helper.objects.filter(user=user, ended_at=None):
        end(helper=helper, by=user)


@transaction.atomic
def let_read(*, helper: Helper, may_read: bool, by: User) -> None:
    """Whether they also see the progress and the messages."""
    changed = Helper.objects.filter(
        pk=helper.pk, ended_at=None, may_read=not may_read
    ).update(may_read=may_read)
    if changed:
        recorder.record("helper.changed", target=helper, by=by, may_read=may_read)


def submit(
    *, helper: Helper, episode: Episode, check_in_id: UUID, raw: Mapping[str, object]
) -> Submission:
    """Store an entry for the patient under the helper's name.

    Raises what `check_ins.submit` does, and NotFound for an entry of somebody else:
    a helper neither repeats nor corrects what the patient wrote.
    """
    assert helper.user is not None
    named = [str(key) for key in (check_in_id, raw.get("corrects")) if key]
    if CheckIn.objects.filter(pk__in=named).exclude(entered_by=helper.user).exists():
        raise NotFound
    return check_ins.submit(
        check_in_id=check_in_id, raw=raw, by=helper.user, episode_id=episode.pk
    )


_INVITED: dict[str, checks.Check] = {
    "name": checks.text(gettext_noop("The name"), 100, required=True),
    "relation": checks.text(gettext_noop("Who they are to you"), 40, required=True),
    "email": checks.needed_email,
}
_ACCEPTED: dict[str, checks.Check] = {
    "zone": checks.zone,
    "locale": checks.locale,
}
