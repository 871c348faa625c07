"""What to do in this phase, and milestones to tick."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from backend.common import clock
from tracker.actions import milestones
from tracker.pages.decorators import patient_page
from tracker.pages.requests import PatientRequest
from tracker.queries.plan import plan_for


@patient_page
def plan(request: PatientRequest) -> HttpResponse:
    episode = request.episode
    context = {
        "plan": plan_for(episode, clock.local_today(episode.patient.zone)),
        "page": "plan",
    }
    return render(request, "tracker/patient/plan.html", context)


@require_POST
@patient_page
def milestone(request: PatientRequest, code: str) -> HttpResponse:
    episode = request.episode
    if request.POST.get("reached") == "yes":
        milestones.reach(episode=episode, code=code, by=request.user, source="patient")
    else:
        milestones.unreach(episode=episode, code=code, by=request.user)
    return redirect("plan")
