"""Enter a check-in that a patient gave by telephone or at the desk."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from backend.accounts.roles import Permission
from backend.common import clock
from backend.common.errors import NotFound
from tracker.clinical.day_count import day_of
from tracker.pages import sending
from tracker.pages.decorators import clinic_page
from tracker.pages.forms.check_in import CheckInForm
from tracker.pages.requests import StaffRequest
from tracker.queries import episodes, patients


@clinic_page(Permission.CHECK_IN_ENTER)
def check_in(request: StaffRequest, patient_id: UUID) -> HttpResponse:
    patient = patients.get_for_clinic(request.clinic, patient_id)
    episode = episodes.of_patient(patient).filter(status="active").first()
    if episode is None:
        raise NotFound("This patient has no open course of care.")
    today = clock.local_today(patient.zone)
    form = CheckInForm(
        day=day_of(today, episode.procedure.performed_on),
        today=today,
        data=request.POST if request.method == "POST" else None,
        choose_date=True,
    )
    if request.method == "POST":
        sent = sending.send(form, by=request.user, episode_id=episode.pk)
        if sent is not None:
            for advice in sent.advice:
                messages.warning(request, f"Tell the patient: {advice['text']}")
            messages.success(request, "Check-in saved.")
            return redirect("patient-record", patient_id)
    context = {"form": form, "patient": patient, "episode": episode, "page": "patient"}
    return render(
        request,
        "tracker/clinician/patient_check_in.html",
        context,
        status=422 if request.method == "POST" else 200,
    )
