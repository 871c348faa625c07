"""Where a helper begins: whom they help, and what they entered lately."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tracker.actions import helpers as actions
from tracker.pages.decorators import helper_page
from tracker.pages.presenters import opening_hours
from tracker.pages.requests import HelperRequest
from tracker.queries import helpers

SHOWN = 5


@helper_page
def home(request: HelperRequest) -> HttpResponse:
    episode = request.episode
    context = {
        "entries": helpers.entries(request.helper, episode)[:SHOWN],
        "clinic": episode.clinic,
        "hours": opening_hours.sentence(
            episode.clinic.opening_hours,
            zone=episode.clinic.zone,
            reader_zone=episode.patient.zone,
        ),
        "page": "helping",
    }
    return render(request, "tracker/helper/home.html", context)


@require_POST
@helper_page
def stop(request: HelperRequest) -> HttpResponse:
    """A helper may step back without asking anybody."""
    actions.end(helper=request.helper, by=request.user)
    return redirect("today")
