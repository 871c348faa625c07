"""The state of every report, and what the clinic answered."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from tracker.pages.decorators import patient_page_at_clinic
from tracker.pages.presenters import opening_hours, reports
from tracker.pages.requests import PatientRequest
from tracker.queries import alerts, check_ins, episodes

PAGE_SIZE = 30


@patient_page_at_clinic
def messages(request: PatientRequest) -> HttpResponse:
    episode = request.episode
    listed = Paginator(check_ins.with_evaluations(episode), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    known = list(alerts.of_episode(episode))
    context = {
        "listed": listed,
        "reports": reports.of_check_ins(listed, known),
        "words": reports.words_without_report(known) if listed.number == 1 else [],
        "clinic": episode.clinic,
        "clinics": episodes.clinics_in_care_of(request.user),
        "hours": opening_hours.sentence(
            episode.clinic.opening_hours,
            zone=episode.clinic.zone,
            reader_zone=episode.patient.zone,
        ),
        "page": "messages",
    }
    return render(request, "tracker/patient/messages.html", context)
