"""One patient: the course, everything in order, what the clinic knows."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from backend.accounts.roles import Permission
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import NotFound
from tracker.actions import milestones
from tracker.actions import procedures as second_procedure
from tracker.pages.decorators import clinic_page
from tracker.pages.moments import moment_in
from tracker.pages.presenters import course, procedure, score_chart, trend_chart
from tracker.pages.requests import StaffRequest
from tracker.queries import (
    alerts,
    episodes,
    patients,
    plan_reading,
    procedures,
    protocols,
    questionnaire_scores,
    questionnaires,
    timeline,
    trend,
)
from tracker.queries.plan import plan_for

TIMELINE_LENGTH = 40
CHART_SIZES = {"wide": (700, 280), "narrow": (340, 240)}


@clinic_page(Permission.PATIENT_VIEW)
def patient_record(request: StaffRequest, patient_id: UUID) -> HttpResponse:
    patient = patients.get_for_clinic(request.clinic, patient_id)
    recorder.record("patient.read", by=request.user, target=patient)
    return render(
        request, "tracker/clinician/patient_record.html", _context(request, patient)
    )


@require_POST
@clinic_page(Permission.PATIENT_EDIT)
def milestone(request: StaffRequest, patient_id: UUID, code: str) -> HttpResponse:
    episode = _newest_episode(patients.get_for_clinic(request.clinic, patient_id))
    if request.POST.get("reached") == "yes":
        milestones.reach(episode=episode, code=code, by=request.user, source="clinic")
    else:
        milestones.unreach(episode=episode, code=code, by=request.user)
    return redirect("patient-record", patient_id)


def _newest_episode(patient: Any) -> Any:
    episode = episodes.of_patient(patient).first()
    if episode is None:
        raise NotFound
    return episode


def _context(request: StaffRequest, patient: Any) -> dict[str, Any]:
    episode = _newest_episode(patient)
    series = trend.series(episode)
    today = clock.local_today(patient.zone)
    before = moment_in(request.GET.get("before", ""))
    entries = timeline.entries(episode, before, TIMELINE_LENGTH)
    earlier = procedures.earlier(episode)
    return {
        "patient": patient,
        "today": today,
        "episode": episode,
        "plan": plan_for(episode, today),
        "readings": plan_reading.of_episode(episode),
        "series": series,
        "points": list(reversed(series.points)),
        "charts": trend_chart.draw_each(course.of_clinic(series), CHART_SIZES),
        "live": list(alerts.live_of(episode)),
        "entries": entries,
        "older": entries[-1].at if len(entries) >= TIMELINE_LENGTH else None,
        "before": before,
        "overdue": questionnaires.overdue(episode, today),
        "scores": score_chart.for_staff(questionnaire_scores.series(episode)),
        "procedure": procedure.described(episode.procedure),
        "earlier_procedures": procedure.earlier(earlier, protocols.plan_of(episode)),
        "may_undo_restart": second_procedure.may_be_undone(episode, earlier),
        "profile": procedure.profile(episode.profile),
        "page": "patient",
    }
