"""What a patient agreed to, and writing down a withdrawal that they told us."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from backend.accounts.roles import Permission
from backend.audit import recorder
from tracker.actions import consents
from tracker.pages.decorators import clinic_page
from tracker.pages.requests import StaffRequest
from tracker.queries import consents as stored
from tracker.queries import patients


@clinic_page(Permission.PATIENT_EDIT)
def patient_consent(request: StaffRequest, patient_id: UUID) -> HttpResponse:
    """Only the patient takes a withdrawal back: it is their word that counts."""
    patient = patients.get_for_clinic(request.clinic, patient_id)
    is_sure = bool(request.POST.get("sure"))
    if request.method == "POST" and is_sure:
        consents.withdraw(patient=patient, by=request.user)
        messages.success(request, "Written down. Nothing new is stored.")
        return redirect("patient-record", patient_id)
    recorder.record("patient.read", by=request.user, target=patient)
    context = {
        "patient": patient,
        "agreements": stored.of_patient(patient),
        "is_unsure": request.method == "POST",
        "page": "patient",
    }
    return render(
        request,
        "tracker/clinician/patient_consent.html",
        context,
        status=422 if request.method == "POST" else 200,
    )
