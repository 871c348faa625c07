"""Whose record a request is about: the patient's own, or one the staff names."""

from typing import Any
from uuid import UUID

from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request

from backend.accounts import policies
from backend.accounts.roles import Permission
from backend.common.errors import NotFound
from tracker.api.permissions import clinic_of
from tracker.queries import episodes


def episode_id_for_entry(request: Request) -> UUID | None:
    """None means the signed-in patient's own episode.

    Raises NotFound for a record outside the clinic, PermissionDenied for a role
    that may not enter check-ins.
    """
    if "episode" not in request.query_params:
        return None
    return _of_clinic(request, Permission.CHECK_IN_ENTER).pk  # type: ignore[no-any-return]


def episode_for_answers(request: Request) -> Any:
    """The patient's own, or one staff may enter answers for.

    Where none of the patient's is active it is their last: a yes must still be heard.
    """
    if "episode" not in request.query_params:
        return episodes.active_or_last_of(request.user)
    return _of_clinic(request, Permission.CHECK_IN_ENTER)


def episode_for_change(request: Request) -> Any:
    """The patient's own active episode, or one whose record staff may edit."""
    if "episode" not in request.query_params:
        return episodes.active_of(request.user)
    return _of_clinic(request, Permission.PATIENT_EDIT)


def episode_for_reading(request: Request) -> Any:
    """The patient's own active episode, or the one of the clinic staff names."""
    if "episode" not in request.query_params:
        return episodes.active_of(request.user)
    return _of_clinic(request, Permission.PATIENT_VIEW)


def _of_clinic(request: Request, permission: Permission) -> Any:
    clinic = clinic_of(request)
    if clinic is None:
        raise NotFound
    if not policies.can(request.user, permission, clinic=clinic):
        raise PermissionDenied
    try:
        key = UUID(request.query_params["episode"])
    except ValueError as error:
        raise NotFound from error
    return episodes.get_for_clinic(clinic, key)
