"""request.clinic: the clinic that a member of staff works in right now."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from backend.accounts import idle, queries
from backend.accounts.models import Clinic, Membership


def current_membership(request: HttpRequest) -> Membership | None:
    """The membership chosen in this session, else the oldest; None for patients."""
    if not request.user.is_authenticated:
        return None
    memberships = queries.memberships_of(request.user)
    if memberships:
        idle.watch(request)
    chosen = request.session.get(idle.CLINIC)
    for membership in memberships:
        if str(membership.clinic_id) == chosen:
            return membership
    return memberships[0] if memberships else None


def _clinic(request: HttpRequest) -> Clinic | None:
    membership = current_membership(request)
    return membership.clinic if membership else None


class ClinicMiddleware:
    """Lazy: a patient's check-in never pays for the question."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.membership = SimpleLazyObject(lambda: current_membership(request))  # type: ignore[attr-defined]
        request.clinic = SimpleLazyObject(lambda: _clinic(request))  # type: ignore[attr-defined]
        return self.get_response(request)
