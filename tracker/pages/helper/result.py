"""What became of an entry that this helper made."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from backend.common import clock
from tracker.clinical.levels import Level
from tracker.pages.decorators import helper_page
from tracker.pages.presenters import helper_advice, opening_hours, reports
from tracker.pages.requests import HelperRequest
from tracker.queries import alerts, helpers


@helper_page
def result(request: HelperRequest, episode_id: UUID, check_in_id: UUID) -> HttpResponse:
    context = _context(request, check_in_id)
    return render(request, "tracker/helper/result.html", context)


@helper_page
def emergency(
    request: HelperRequest, episode_id: UUID, check_in_id: UUID
) -> HttpResponse:
    context = _context(request, check_in_id)
    if helper_advice.level(context["check_in"]) is not Level.EMERGENCY:
        return redirect("helper-result", episode_id, check_in_id)
    return render(request, "tracker/helper/emergency.html", context)


def _context(request: HelperRequest, check_in_id: UUID) -> dict[str, Any]:
    episode = request.episode
    clinic = episode.clinic
    check_in = helpers.get_entry(request.helper, episode, check_in_id)
    now = clock.now()
    return {
        "check_in": check_in,
        "report": reports.of_one(check_in, alerts.of_episode(episode)),
        "advice": helper_advice.lines(check_in, clinic),
        "clinic": clinic,
        "phone": clinic.phone_at(now),
        "is_open": clinic.is_open(now),
        "next_opening": clinic.next_opening(now),
        "hours": opening_hours.sentence(
            clinic.opening_hours, zone=clinic.zone, reader_zone=episode.patient.zone
        ),
        "page": "helping",
    }
