"""What was sent to one patient and what became of it, and what is still to come."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from backend.accounts.roles import Permission
from backend.audit import recorder
from reminders.queries import preferences, proof, upcoming
from reminders.queries.upcoming import Upcoming
from tracker.pages.decorators import clinic_page
from tracker.pages.moments import moment_in
from tracker.pages.presenters import devices, told
from tracker.pages.requests import StaffRequest
from tracker.queries import patients, reach, zones

SHOWN = 30
HALF_A_YEAR = 182
KINDS = {"check_in": "check-in", "questionnaire": "questionnaire"}


@clinic_page(Permission.PATIENT_VIEW)
def patient_reminders(request: StaffRequest, patient_id: UUID) -> HttpResponse:
    patient = patients.get_for_clinic(request.clinic, patient_id)
    recorder.record("patient.read", by=request.user, target=patient)
    context = {
        "patient": patient,
        "zone_history": zones.history(patient),
        "page": "patient",
    }
    if patient.user:
        context |= _sent(request, patient) | _ways(request, patient)
    return render(request, "tracker/clinician/patient_reminders.html", context)


def _sent(request: StaffRequest, patient: Any) -> dict[str, Any]:
    before = moment_in(request.GET.get("before", ""))
    found = proof.of_recipient(
        patient.user, clinic=request.clinic, limit=SHOWN, before=before
    )
    return {
        "lines": told.lines(found, zones.clock_of(patient)),
        "older": found[-1].at if len(found) >= SHOWN else None,
        "before": before,
        "ahead": _ahead(request, patient),
    }


def _ahead(request: StaffRequest, patient: Any) -> list[tuple[str, Upcoming]]:
    """Every prompt to come with its kind in words, the next one first."""
    found = upcoming.of_recipient(
        patient.user, KINDS, HALF_A_YEAR, clinic=request.clinic
    )
    return [(KINDS[one.kind], one) for one in found]


def _ways(request: StaffRequest, patient: Any) -> dict[str, Any]:
    return {
        "unreached": reach.unreached_because(request.clinic, patient.user),
        "wishes": preferences.of(patient.user),
        "devices": [
            (devices.name(device.user_agent), device.last_seen_at)
            for device in preferences.devices_of(patient.user)
        ],
    }
