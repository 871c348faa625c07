"""The list of questionnaires: due now, paused, answered."""

from django.http import HttpResponse
from django.shortcuts import render

from backend.common import clock
from tracker.pages.decorators import patient_page
from tracker.pages.requests import PatientRequest
from tracker.queries import instruments
from tracker.queries import questionnaires as queries


@patient_page
def questionnaires(request: PatientRequest) -> HttpResponse:
    episode = request.episode
    due = queries.due(episode, clock.local_today(episode.patient.zone))
    context = {
        "paused": [asked for asked in due if asked.response is not None],
        "due": [asked for asked in due if asked.response is None],
        "answered": [
            (instruments.of_response(response).title, response)
            for response in queries.answered(episode)
        ],
        "page": "questionnaires",
    }
    return render(request, "tracker/patient/questionnaires.html", context)
