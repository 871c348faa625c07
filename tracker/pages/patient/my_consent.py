"""The words I agreed to; withdrawing, and taking the withdrawal back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from backend.common.errors import InvalidInput
from tracker.actions import consents
from tracker.pages.decorators import patient_page_at_clinic_after_care
from tracker.pages.requests import PatientRequest
from tracker.queries import consent_texts, episodes
from tracker.queries import consents as stored


@patient_page_at_clinic_after_care
def my_consent(request: PatientRequest) -> HttpResponse:
    patient = request.episode.patient
    problem = None
    if request.method == "POST":
        problem = _decide(request)
        if problem is None:
            return redirect(f"{reverse('my-data')}?clinic={patient.clinic.slug}")
    context = {
        "agreements": stored.of_patient(patient),
        "has_withdrawn": patient.consent_withdrawn_at is not None,
        "text": consent_texts.current(patient.clinic, get_language()),
        "clinic": patient.clinic,
        "clinics": episodes.clinics_of(request.user),
        "problem": problem,
        "page": "my-data",
    }
    return render(
        request,
        "tracker/patient/my_consent.html",
        context,
        status=422 if problem else 200,
    )


def _decide(request: PatientRequest) -> str | None:
    """Do what the button says; one sentence if the box was not ticked."""
    patient = request.episode.patient
    match request.POST.get("decision"):
        case "withdraw":
            if not request.POST.get("sure"):
                return _("Tick the box if you want to withdraw. Nothing has changed.")
            consents.withdraw(patient=patient, by=request.user)
            messages.success(request, _("You have withdrawn. Nothing new is stored."))
        case "agree":
            if not request.POST.get("sure"):
                return _("Tick the box if you agree. Nothing has changed.")
            return _agree(request)
        case _:
            return _("Press one of the buttons. Nothing has changed.")
    return None


def _agree(request: PatientRequest) -> str | None:
    patient = request.episode.patient
    try:
        text = consents.text_shown(patient, request.POST.get("agreed_to", ""))
    except InvalidInput as invalid:
        return invalid.errors[0]["message"]
    consents.give(patient=patient, text=text, by=request.user)
    messages.success(request, _("You are back. You can check in again."))
    return None
