"""What became of a completed questionnaire: its number, its advice, who has seen it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render

from backend.common import clock
from tracker.clinical.levels import Level
from tracker.clinical.triage.findings import Finding
from tracker.pages.presenters import opening_hours, reports, score_words
from tracker.pages.requests import PatientRequest
from tracker.queries import advice, alerts, instruments
from tracker.queries import questionnaires as queries

if TYPE_CHECKING:
    from tracker.actions.questionnaires import Answered
    from tracker.models import QuestionnaireResponse


def page(request: PatientRequest, response: QuestionnaireResponse) -> HttpResponse:
    """An emergency leaves everything else behind, as it does for a check-in."""
    episode = request.episode
    clinic = episode.clinic
    report = reports.of_one(response, alerts.of_episode(episode))
    now = clock.now()
    instrument = instruments.of_response(response)
    findings = [Finding.from_json(f) for f in response.evaluation.findings]
    today = clock.local_today(episode.patient.zone)
    context = {
        "report": report,
        "instrument": instrument,
        "score": score_words.for_patient(instrument, response.score),
        "advice": advice.for_patient(findings, clinic),
        "clinic": clinic,
        "phone": clinic.phone_at(now),
        "is_open": clinic.is_open(now),
        "next_opening": clinic.next_opening(now),
        "hours": opening_hours.sentence(
            clinic.opening_hours, zone=clinic.zone, reader_zone=episode.patient.zone
        ),
        "more": queries.due(episode, today),
        "page": "questionnaires",
    }
    is_emergency = report.level is Level.EMERGENCY
    name = "emergency" if is_emergency else "questionnaire_done"
    return render(request, f"tracker/patient/{name}.html", context)


def late_yes(request: PatientRequest, done: Answered) -> HttpResponse:
    """Whom to call now, after a yes to self-harm that no questionnaire holds."""
    clinic = request.episode.clinic
    now = clock.now()
    context = {
        "report": {"state": "received", "check_in": {"received_at": done.heard_at}},
        "advice": done.advice,
        "clinic": clinic,
        "phone": clinic.phone_at(now),
        "is_open": clinic.is_open(now),
        "next_opening": clinic.next_opening(now),
        "page": "questionnaires",
    }
    return render(request, "tracker/patient/emergency.html", context)
