"""The link and QR code that let a patient in; a new one replaces the last."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from backend.accounts.roles import Permission
from tracker.actions import invitations
from tracker.pages import invitation_link
from tracker.pages.decorators import clinic_page
from tracker.pages.requests import StaffRequest
from tracker.queries import patients


@never_cache
@clinic_page(Permission.PATIENT_INVITE)
def invitation(request: StaffRequest, patient_id: UUID) -> HttpResponse:
    patient = patients.get_for_clinic(request.clinic, patient_id)
    if request.method == "POST":
        link = invitations.invite_patient(patient=patient, by=request.user)
        response = redirect("patient-invitation", patient_id)
        invitation_link.hand_over(response, patient_id, link)
        return response
    link = invitation_link.handed_over(request, patient_id)
    context = {
        "patient": patient,
        "link": link,
        "qr": invitation_link.qr_svg(link) if link else "",
        "page": "patient",
    }
    return render(request, "tracker/clinician/patient_invitation.html", context)
