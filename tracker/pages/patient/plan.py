"""What to do in this phase, what to know, and milestones to tick."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from backend.common import clock, languages
from tracker.actions import milestones, plan_reading
from tracker.pages.decorators import patient_page
from tracker.pages.requests import PatientRequest
from tracker.queries import education
from tracker.queries import plan_reading as plan_readings
from tracker.queries.plan import plan_for


@patient_page
def plan(request: PatientRequest) -> HttpResponse:
    episode = request.episode
    today = clock.local_today(episode.patient.zone)
    shown = plan_for(episode, today)
    context = {
        "plan": shown,
        "reading": plan_readings.of_phase(episode, shown.phase.code),
        "education": education.for_episode(episode, today, languages.current()),
        "page": "plan",
    }
    return render(request, "tracker/patient/plan.html", context)


@require_POST
@patient_page
def read(request: PatientRequest) -> HttpResponse:
    """The stamp under the instructions of the phase."""
    plan_reading.stamp(episode=request.episode, by=request.user)
    return redirect("plan")


@require_POST
@patient_page
def milestone(request: PatientRequest, code: str) -> HttpResponse:
    episode = request.episode
    if request.POST.get("reached") == "yes":
        milestones.reach(episode=episode, code=code, by=request.user, source="patient")
    else:
        milestones.unreach(episode=episode, code=code, by=request.user)
    return redirect("plan")
