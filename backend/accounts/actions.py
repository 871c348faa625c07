"""Invite, accept, grant a role, revoke it."""

import hashlib
import secrets
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from backend.accounts import work
from backend.accounts.models import Clinic, Invitation, Membership, User
from backend.accounts.roles import Role
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import DomainError

INVITATION_LIFETIME = timedelta(days=14)


class InvitationUnusable(DomainError):
    """The link was used, withdrawn, has run out, or never existed."""

    status = 410
    code = "invitation_unusable"

    def __init__(self) -> None:
        super().__init__(
            _("This invitation cannot be used any more. Ask your clinic for a new one.")
        )


@transaction.atomic
def invite(*, clinic: Clinic, subject_id: UUID, by: User) -> tuple[Invitation, str]:
    """A new link for a subject; earlier unused ones stop working.

    Returns the invitation and its token. The token is not stored and cannot be
    shown again.
    """
    now = clock.now()
    Invitation.objects.filter(
        clinic=clinic, subject_id=subject_id, accepted_at=None, withdrawn_at=None
    ).update(withdrawn_at=now)
    token = secrets.token_urlsafe(24)
    invitation = Invitation.objects.create(
        clinic=clinic,
        subject_id=subject_id,
        token_digest=_digest(token),
        invited_by=by,
        expires_at=now + INVITATION_LIFETIME,
    )
    recorder.record("invitation.created", target=invitation, by=by)
    return invitation, token


def open_invitation(token: str) -> Invitation:
    """The invitation behind a link. Raises InvitationUnusable."""
    invitation = (
        Invitation.objects.select_related("clinic")
        .filter(
            token_digest=_digest(token),
            accepted_at=None,
            withdrawn_at=None,
            expires_at__gt=clock.now(),
        )
        .first()
    )
    if invitation is None:
        raise InvitationUnusable
    return invitation


@transaction.atomic
def accept(*, token: str, by: User) -> Invitation:
    """Use an invitation once. Two people with one link: the second is turned away."""
    invitation = open_invitation(token)
    taken = Invitation.objects.filter(pk=invitation.pk, accepted_at=None).update(
        accepted_at=clock.now(), accepted_by=by
    )
    if not taken:
        raise InvitationUnusable
    recorder.record("invitation.accepted", target=invitation, by=by)
    return invitation


@transaction.atomic
def grant_role(
    *, user: User, clinic: Clinic, role: Role, by: User | str, contact_order: int = 1
) -> Membership:
    """Raises DomainError for an account that may not work here."""
    work.begin(user, was_at_work=work.is_at_work(user))
    membership = Membership.objects.create(
        user=user,
        clinic=clinic,
        role=role,
        contact_order=contact_order,
        granted_by=by if isinstance(by, User) else None,
    )
    recorder.record("role.granted", target=membership, by=by, role=role)
    return membership


@transaction.atomic
def revoke_role(*, membership: Membership, by: User) -> None:
    membership.revoked_at = clock.now()
    membership.save(update_fields=["revoked_at"])
    recorder.record("role.revoked", target=membership, by=by, role=membership.role)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
