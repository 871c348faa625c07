"""The daily check-in, and the full catalogue of symptoms at any time."""

from django.http import HttpResponse
from django.shortcuts import render

from backend.common import clock
from tracker.actions.check_ins import CourseClosed
from tracker.clinical.day_count import day_of
from tracker.pages import sending, withdrawn
from tracker.pages.decorators import no_course, patient_page_after_care
from tracker.pages.forms import temperature_units
from tracker.pages.forms.check_in import CheckInForm
from tracker.pages.presenters import emergencies, opening_hours
from tracker.pages.requests import PatientRequest
from tracker.queries import rulesets, speech


@patient_page_after_care
def check_in(request: PatientRequest) -> HttpResponse:
    return _form_page(request, "tracker/patient/check_in.html", whole_catalogue=False)


@patient_page_after_care
def symptom(request: PatientRequest) -> HttpResponse:
    return _form_page(request, "tracker/patient/symptom.html", whole_catalogue=True)


def _form_page(
    request: PatientRequest, template: str, *, whole_catalogue: bool
) -> HttpResponse:
    episode = request.episode
    if request.method != "POST":
        if episode.status != "active":
            return no_course(request)
        if episode.patient.consent_withdrawn_at:
            return withdrawn.page(request)
    today = clock.local_today(episode.patient.zone)
    form = CheckInForm(
        day=day_of(today, episode.procedure.performed_on),
        today=today,
        data=request.POST if request.method == "POST" else None,
        whole_catalogue=whole_catalogue,
        known_units=temperature_units.of(request.user.locale, episode.clinic.country),
    )
    if request.method == "POST" and not sending.asks_day(form, request, episode):
        try:
            sent = sending.send(form, by=request.user)
        except CourseClosed as closed:
            return _ended(request, closed)
        if sent is not None:
            return sending.to_result(sent)
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
        "page": "symptom" if whole_catalogue else "check-in",
    }
    return render(
        request, template, context, status=422 if request.method == "POST" else 200
    )


def _ended(request: PatientRequest, closed: CourseClosed) -> HttpResponse:
    """A form was open when the care ended: an emergency in it is answered as one."""
    if "advice" not in closed.extra:
        return no_course(request)
    clinic = request.episode.clinic
    context = {
        "advice": closed.extra["advice"],
        "clinic": clinic,
        "phone": clinic.phone_at(clock.now()),
    }
    return render(
        request, "tracker/patient/emergency_ended.html", context, status=closed.status
    )
