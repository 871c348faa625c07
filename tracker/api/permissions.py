"""Who may call an endpoint: a role's permission at a clinic, or the patient.

A role that may not use an endpoint gets 403 whatever it names; a role that may gets
404 for every record that is not of its clinic, or does not exist.
"""

from typing import Any

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from backend.accounts import policies, second_factor
from backend.accounts.middleware import current_membership
from backend.accounts.roles import Permission


def clinic_of(request: Request) -> Any:
    """The clinic a member of staff works in right now; None for everybody else.

    Session tokens are read after the middleware has run, so it is the API's own
    user who is asked, not the middleware's. Raises SecondFactorNeeded.
    """
    membership = current_membership(request)
    if membership is None:
        return None
    second_factor.require(request.user, membership.clinic)
    return membership.clinic


def requires(permission: Permission, **by_method: Permission) -> type[BasePermission]:
    """Staff whose role allows it; other methods may need another permission."""

    class Requires(BasePermission):
        def has_permission(self, request: Request, view: object) -> bool:
            clinic = clinic_of(request)
            needed = by_method.get(request.method or "", permission)
            return clinic is not None and policies.can(
                request.user, needed, clinic=clinic
            )

    return Requires


class IsPatient(BasePermission):
    """People in care, at whichever clinic."""

    def has_permission(self, request: Request, view: object) -> bool:
        user = request.user
        return user.is_authenticated and user.patients.exists()
