"""can(user, permission, clinic): every authorisation answer comes from here."""

from backend.accounts import queries
from backend.accounts.models import Clinic, User
from backend.accounts.roles import Permission, Role, may


def can(user: User, permission: Permission, *, clinic: Clinic) -> bool:
    """Whether a live membership at this clinic allows it."""
    return any(
        membership.clinic_id == clinic.pk and may(Role(membership.role), permission)
        for membership in queries.memberships_of(user)
    )
