"""The check-in as a helper enters it: the patient is asked, the helper taps."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from backend.common import clock
from backend.common.errors import InvalidInput, NotFound
from tracker.actions import helpers
from tracker.actions.submission import AlreadyStored, Submission
from tracker.clinical.day_count import day_of
from tracker.clinical.levels import Level
from tracker.pages import sending, withdrawn
from tracker.pages.decorators import helper_form_page
from tracker.pages.forms import temperature_units
from tracker.pages.forms.helper import HelperCheckInForm
from tracker.pages.presenters import emergencies, helper_advice, opening_hours
from tracker.pages.requests import HelperRequest
from tracker.queries import rulesets, speech
from tracker.queries.helpers import get_entry


@helper_form_page
def check_in(request: HelperRequest, episode_id: UUID) -> HttpResponse:
    return _form_page(request, episode_id, "check_in", whole_catalogue=False)


@helper_form_page
def symptom(request: HelperRequest, episode_id: UUID) -> HttpResponse:
    return _form_page(request, episode_id, "symptom", whole_catalogue=True)


def _form_page(
    request: HelperRequest, episode_id: UUID, name: str, *, whole_catalogue: bool
) -> HttpResponse:
    episode = request.episode
    if episode.pk != episode_id:
        raise NotFound  # an entry kept for an earlier course is not for this one
    if request.method != "POST" and episode.patient.consent_withdrawn_at:
        return withdrawn.page(request)
    today = clock.local_today(episode.patient.zone)
    form = HelperCheckInForm(
        day=day_of(today, episode.procedure.performed_on),
        today=today,
        data=request.POST if request.method == "POST" else None,
        whole_catalogue=whole_catalogue,
        known_units=temperature_units.of(request.user.locale, episode.clinic.country),
    )
    if request.method == "POST" and not sending.asks_day(form, request, episode):
        sent = _send(request, form)
        if sent is not None:
            return redirect(_result(request, sent), episode.pk, sent.check_in_id)
    context = {
        "form": form,
        "clinic": episode.clinic,
        "phone": episode.clinic.phone_at(clock.now()),
        "emergencies": emergencies.table(
            episode.clinic,
            speech.of_clinic(episode.clinic),
            rulesets.ruleset_for(episode.clinic).ruleset,
        ),
        "hours": opening_hours.sentence(
            episode.clinic.opening_hours,
            zone=episode.clinic.zone,
            reader_zone=episode.patient.zone,
        ),
        "page": name,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, f"tracker/helper/{name}.html", context, status=status)


def _send(request: HelperRequest, form: HelperCheckInForm) -> Submission | None:
    try:
        return helpers.submit(
            helper=request.helper,
            episode=request.episode,
            check_in_id=form.check_in_id,
            raw=form.raw(),
        )
    except InvalidInput as invalid:
        form.refuse(invalid.errors)
        form.advice = invalid.extra.get("advice", ())
    except AlreadyStored as already:
        form.turn_into_correction()
        form.advice = already.extra.get("advice", ())
    return None


def _result(request: HelperRequest, sent: Submission) -> str:
    """An emergency leaves everything else behind."""
    entry = get_entry(request.helper, request.episode, sent.check_in_id)
    is_emergency = helper_advice.level(entry) is Level.EMERGENCY
    return "helper-emergency" if is_emergency else "helper-result"
