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

TAKEN = (
    "This form has already enrolled a patient. To change what is known of them, "
    "open their record. To enrol another patient, press the button again."
)

MOVED = (
    "You work at {clinic} now, and this form was begun at another clinic. To enrol "
    "the patient at {clinic}, press the button again. Else change the clinic first."
)


@clinic_page(Permission.PATIENT_ENROL)
def enrol(request: StaffRequest) -> HttpResponse:
    clinic = request.clinic
    form = EnrolForm(
        request.POST or None, initial={"zone": clinic.zone, "clinic": clinic.pk}
    )
    alike: list[Any] = []
    if request.method == "POST" and form.is_valid() and _is_here(request, form):
        alike = _alike(request, form)
        done = None if alike else _enrol(request, form)
        if done is not None:
            return _invitation(done)
    return render(
        request,
        "tracker/clinician/enrol.html",
        {"form": form, "alike": alike, "page": "enrol"},
        status=422 if form.is_bound else 200,
    )


def _is_here(request: StaffRequest, form: EnrolForm) -> bool:
    """Whether the form was begun at this clinic; if not, it says so and asks again."""
    clinic = request.clinic
    if form.is_for(clinic.pk):
        return True
    form.stay_at(clinic.pk)
    form.add_error(None, MOVED.format(clinic=clinic.name))
    return False


def _invitation(done: enrolment.Enrolment) -> HttpResponse:
    response = redirect("patient-invitation", done.patient.pk)
    if done.link:
        invitation_link.hand_over(response, done.patient.pk, done.link)
    return response


def _alike(request: StaffRequest, form: EnrolForm) -> list[Any]:
    """Who may be the same person, until the front desk has said that nobody is."""
    given = form.cleaned_data
    known = enrolment.is_used(clinic=request.clinic, key=form.sent_key())
    if given["is_another"] or known:
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
            key=form.sent_key(),
        )
    except enrolment.KeyTaken:
        form.take_new_key()
        form.add_error(None, TAKEN)
        return None
    except InvalidInput as invalid:
        for error in invalid.errors:
            name = error["field"] if error["field"] in form.fields else None
            form.add_error(name, error["message"])
        return None
