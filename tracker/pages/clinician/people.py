"""Who works at this clinic, and who is called first."""

from django.http import HttpResponse
from django.shortcuts import render

from backend.accounts import queries
from backend.accounts.roles import Permission, roles_with
from tracker.pages.decorators import clinic_page
from tracker.pages.requests import StaffRequest


@clinic_page(Permission.CLINIC_MANAGE)
def people(request: StaffRequest) -> HttpResponse:
    context = {
        "members": queries.members_of(request.clinic),
        "called_roles": roles_with(Permission.ALERT_HANDLE),
        "page": "people",
    }
    return render(request, "tracker/clinician/people.html", context)
