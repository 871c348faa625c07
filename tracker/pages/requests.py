"""What the decorators put on a request, as types."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from backend.accounts.models import Clinic, Membership, User
    from backend.accounts.roles import Permission
    from tracker.models import Episode, Helper


class PatientRequest(HttpRequest):
    """Of a patient in care; the episode is their own."""

    user: "User"
    episode: "Episode"
    clinic_query: str


class HelperRequest(HttpRequest):
    """Of somebody who helps a patient; the episode is that patient's."""

    user: "User"
    helper: "Helper"
    episode: "Episode"


class StaffRequest(HttpRequest):
    """Of a member of staff at the clinic they work in now."""

    user: "User"
    clinic: "Clinic"
    membership: "Membership"
    permissions: "frozenset[Permission]"
    clinics: "list[Clinic]"
