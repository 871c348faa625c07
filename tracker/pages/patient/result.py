"""What became of one check-in: its advice, who has seen it, how it ended."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from backend.accounts import duty
from backend.common import clock
from tracker.actions import note_answers
from tracker.clinical.levels import Level
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.note_question import ASKS_FIRST
from tracker.pages import sending
from tracker.pages.decorators import patient_page_of_entry
from tracker.pages.presenters import course, opening_hours, reports, trend_chart
from tracker.pages.requests import PatientRequest
from tracker.queries import (
    advice,
    alerts,
    awaited,
    check_ins,
    note_questions,
    questionnaires,
    trend,
)


@patient_page_of_entry
def result(request: PatientRequest, check_in_id: UUID) -> HttpResponse:
    episode = request.episode
    context = _context(request, check_in_id)
    series = trend.series(episode)
    context["charts"] = trend_chart.draw_for_patient(
        course.of_patient(series), height=180
    )
    today = clock.local_today(episode.patient.zone)
    context["questionnaires"] = (
        questionnaires.due(episode, today) if awaited.takes_entries(episode.pk) else []
    )
    context["has_chart"] = any(p.pain is not None for p in series.points)
    return render(request, "tracker/patient/result.html", context)


@patient_page_of_entry
def emergency(request: PatientRequest, check_in_id: UUID) -> HttpResponse:
    context = _context(request, check_in_id)
    if context["report"].level is not Level.EMERGENCY:
        return redirect("check-in-result", check_in_id)
    return render(request, "tracker/patient/emergency.html", context)


@require_POST
@patient_page_of_entry
def answer(request: PatientRequest, check_in_id: UUID) -> HttpResponse:
    """Whether the note meant that a symptom is there now."""
    check_in = check_ins.get_for_episode(request.episode, check_in_id)
    symptom = request.POST.get("symptom", "")
    if request.POST.get("answer") == "yes":
        sent = note_answers.yes(check_in=check_in, symptom=symptom, by=request.user)
        return sending.to_result(sent)
    if request.POST.get("answer") == "no":
        try:
            note_answers.no(check_in=check_in, symptom=symptom, by=request.user)
        except note_answers.AskedAgain as again:
            return redirect("check-in-result", again.newer)
    return redirect("check-in-result", check_in_id)


def _context(request: PatientRequest, check_in_id: UUID) -> dict[str, Any]:
    episode = request.episode
    clinic = episode.clinic
    check_in = check_ins.get_for_episode(episode, check_in_id)
    findings = note_questions.as_it_stands(check_in, check_ins.findings_of(check_in))
    now = clock.now()
    report = reports.of_one(check_in, alerts.of_episode(episode))
    is_waiting = report.state == "received" and report.level >= Level.URGENT
    return {
        "report": report,
        "is_waiting": is_waiting,
        "is_asked_first": is_waiting and _is_asked_first(episode.pk, findings),
        "on_duty": duty.at(clinic, now).first if is_waiting else (),
        "phone": clinic.phone_at(now),
        "check_in": check_in,
        "advice": advice.for_patient(findings, clinic),
        "clinic": clinic,
        "is_open": clinic.is_open(now),
        "next_opening": clinic.next_opening(now),
        "hours": opening_hours.sentence(
            clinic.opening_hours, zone=clinic.zone, reader_zone=episode.patient.zone
        ),
        "page": "messages",
    }


def _is_asked_first(episode_id: UUID, findings: list[Finding]) -> bool:
    """Whether nobody is called yet: only the note calls, and its question is open."""
    calling = {f.rule_id for f in findings if f.level >= Level.URGENT}
    alert = note_questions.live_alert(episode_id) if calling == {ASKS_FIRST} else None
    return alert is not None and note_questions.puts_calls_off(alert)
