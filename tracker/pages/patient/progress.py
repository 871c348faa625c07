"""Pain and mobility since the procedure, and the milestones on the way."""

from django.http import HttpResponse
from django.shortcuts import render

from backend.common import clock
from tracker.pages.decorators import patient_page
from tracker.pages.presenters import course, score_chart, trend_chart
from tracker.pages.requests import PatientRequest
from tracker.queries import questionnaire_scores, trend
from tracker.queries.plan import plan_for


@patient_page
def progress(request: PatientRequest) -> HttpResponse:
    episode = request.episode
    series = trend.series(episode)
    plan = plan_for(episode, clock.local_today(episode.patient.zone))
    chart = course.among_others(series)
    context = {
        "series": series,
        "points": list(reversed(series.points)),
        "charts": trend_chart.draw_for_patient(chart, height=260),
        "has_band": trend_chart.has_band(chart),
        "scores": score_chart.for_patient(questionnaire_scores.series(episode)),
        "plan": plan,
        "reached": [m for m in plan.milestones if m.reached_on],
        "page": "progress",
    }
    return render(request, "tracker/patient/progress.html", context)
