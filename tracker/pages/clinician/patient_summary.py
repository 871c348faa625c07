"""The one-page summary of a patient, with everything staff may read."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backend.accounts.roles import Permission
from backend.audit import recorder
from backend.common import clock, languages
from backend.common.errors import NotFound
from tracker.pages import papers
from tracker.pages.decorators import clinic_page
from tracker.pages.requests import StaffRequest
from tracker.queries import episodes, patients

if TYPE_CHECKING:
    from tracker.models import Episode, Patient


@clinic_page(Permission.PATIENT_VIEW)
def patient_summary(request: StaffRequest, patient_id: UUID) -> HttpResponse:
    patient = patients.get_for_clinic(request.clinic, patient_id)
    episode = _newest(patient)
    recorder.record("summary.read", by=request.user, target=patient)
    context = {
        "patient": patient,
        "paper": papers.as_html(
            episode, with_private=True, language=_language(request)
        ),
        "chosen": _language(request) or papers.language_of(episode),
        "page": "patient",
    }
    return render(request, "tracker/clinician/patient_summary.html", context)


@require_safe
@clinic_page(Permission.PATIENT_VIEW)
def patient_summary_pdf(request: StaffRequest, patient_id: UUID) -> HttpResponse:
    patient = patients.get_for_clinic(request.clinic, patient_id)
    content = papers.as_pdf(
        _newest(patient), with_private=True, language=_language(request)
    )
    recorder.record("summary.saved", by=request.user, target=patient)
    return papers.as_file(content, f"summary-{clock.local_today(patient.zone)}.pdf")


def _newest(patient: "Patient") -> "Episode":
    episode = episodes.of_patient(patient).first()
    if episode is None:
        raise NotFound
    return episode


def _language(request: StaffRequest) -> str:
    """The one asked for; otherwise the patient's own."""
    return languages.shipped(request.GET.get("lang", "")) or ""
