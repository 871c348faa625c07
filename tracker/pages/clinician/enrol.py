"""A new patient with their course of care and invitation, in one form."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from backend.accounts.roles import Permission
from backend.common.errors import InvalidInput
from tracker.actions import enrolment
from tracker.pages import invitation_link
from tracker.pages.decorators import clinic_page
from tracker.pages.forms.episode import EnrolForm
from tracker.pages.requests import StaffRequest
from tracker.queries import patients


@clinic_page(Permission.PATIENT_ENROL)
def enrol(request: StaffRequest) -> HttpResponse:
    clinic = request.clinic
    form = EnrolForm(request.POST or None, initial={"zone": clinic.zone})
    alike: list[Any] = []
    if request.method == "POST" and form.is_valid():
        alike = _alike(request, form)
        done = None if alike else _enrol(request, form)
        if done is not None:
            response = redirect("patient-invitation", done.patient.pk)
            invitation_link.hand_over(response, done.patient.pk, done.link)
            return response
    return render(
        request,
        "tracker/clinician/enrol.html",
        {"form": form, "alike": alike, "page": "enrol"},
        status=422 if form.is_bound else 200,
    )


def _alike(request: StaffRequest, form: EnrolForm) -> list[Any]:
    """Who may be the same person, until the front desk has said that nobody is."""
    given = form.cleaned_data
    if given["is_another"]:
        return []
    return list(
        patients.alike(
            request.clinic,
            name=given["name"],
            date_of_birth=given["date_of_birth"],
            email=given["email"],
        )
    )


def _enrol(request: StaffRequest, form: EnrolForm) -> enrolment.Enrolment | None:
    try:
        return enrolment.enrol(
            clinic=request.clinic,
            by=request.user,
            details=form.details(),
        )
    except InvalidInput as invalid:
        for error in invalid.errors:
            name = error["field"] if error["field"] in form.fields else None
            form.add_error(name, error["message"])
        return None
