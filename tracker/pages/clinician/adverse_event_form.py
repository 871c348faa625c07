"""Record an adverse event, or amend one; nothing that was typed is lost."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from backend.accounts.roles import Permission
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput, NotFound
from tracker.actions import adverse_events as actions
from tracker.actions.adverse_event_record import stored
from tracker.pages.decorators import clinic_page
from tracker.pages.forms.adverse_event import AdverseEventForm, AmendForm, initial_of
from tracker.pages.presenters import adverse_event as words
from tracker.pages.requests import StaffRequest
from tracker.queries import (
    adverse_event_draft,
    adverse_events,
    alerts,
    episodes,
    patients,
)


@clinic_page(Permission.ADVERSE_EVENT_RECORD)
def of_alert(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    alert = alerts.get_for_clinic(request.clinic, alert_id)
    return _record(request, alert.episode, alert)


@clinic_page(Permission.ADVERSE_EVENT_RECORD)
def of_patient(request: StaffRequest, patient_id: UUID) -> HttpResponse:
    patient = patients.get_for_clinic(request.clinic, patient_id)
    episode = episodes.of_patient(patient).first()
    if episode is None:
        raise NotFound("This patient has no course of care.")
    return _record(request, episode, None)


@clinic_page(Permission.ADVERSE_EVENT_RECORD)
def amend(request: StaffRequest, event_id: UUID) -> HttpResponse:
    event = adverse_events.get_for_clinic(request.clinic, event_id)
    if request.method != "POST":
        return _page(request, _stored_form(request, event), event.episode, event=event)
    was_reported = event.reported_on is not None
    if "show" in request.POST:
        typed = AmendForm.as_typed(request.POST, was_reported=was_reported)
        return _page(request, typed, event.episode, event=event)
    form = AmendForm(request.POST, was_reported=was_reported)
    if form.is_valid():
        try:
            actions.amend(event=event, by=request.user, **form.values())
        except InvalidInput as invalid:
            form.refuse(invalid.errors)
        except Conflict as conflict:
            return _again_after(request, event, form, conflict)
        else:
            messages.success(request, "Changed. The earlier version is kept.")
            return redirect("adverse-event", event.pk)
    return _page(request, form, event.episode, event=event, status=422)


def _record(request: StaffRequest, episode: Any, alert: Any) -> HttpResponse:
    if request.method != "POST":
        return _page(request, _draft_form(episode, alert), episode, alert=alert)
    if "show" in request.POST:
        typed = AdverseEventForm.as_typed(request.POST)
        return _page(request, typed, episode, alert=alert)
    form = AdverseEventForm(request.POST)
    if form.is_valid():
        try:
            event = actions.record(
                episode=episode, alert=alert, by=request.user, **form.values()
            )
        except InvalidInput as invalid:
            form.refuse(invalid.errors)
        except Conflict as conflict:
            if conflict.code != "already_recorded":
                raise
            stored_id = conflict.extra["event_id"]
            event = adverse_events.get_for_clinic(request.clinic, stored_id)
            return _again_after(request, event, form, conflict)
        else:
            messages.success(request, "Recorded.")
            return redirect("adverse-event", event.pk)
    return _page(request, form, episode, alert=alert, status=422)


def _draft_form(episode: Any, alert: Any) -> AdverseEventForm:
    draft = adverse_event_draft.of(episode, alert)
    known = {
        "term": draft.term.code,
        "is_infection": draft.term.is_infection,
        "onset_on": draft.onset_on,
        "aware_on": draft.aware_on,
        "grading": draft.answers,
        "outcome": "ongoing",
        "relatedness": "not_assessed",
        "product": draft.procedure.product,
        "lot": draft.procedure.lot,
        "regime": draft.regime,
    }
    form = AdverseEventForm(initial=initial_of(known))
    suggested = form.suggestion()
    if suggested:
        form.initial["grade"] = suggested.grade
    return form


def _stored_form(request: StaffRequest, event: Any) -> AmendForm:
    was_reported = event.reported_on is not None
    known = stored(event) | {
        "version": event.version,
        "news_on": clock.local_today(request.clinic.zone),
    }
    return AmendForm(initial=initial_of(known), was_reported=was_reported)


def _again_after(
    request: StaffRequest, event: Any, form: AdverseEventForm, conflict: Conflict
) -> HttpResponse:
    """What was typed, to be sent as a change, beside what is stored by now."""
    typed = AmendForm.as_typed(request.POST, was_reported=event.reported_on is not None)
    typed.initial["version"] = conflict.extra["current"]["version"]
    mine = {n: str(v) if n.endswith("_on") else v for n, v in form.values().items()}
    theirs = {n: v for n, v in conflict.extra["current"].items() if n in mine}
    return _page(
        request,
        typed,
        event.episode,
        event=event,
        status=409,
        refused=conflict.sentence,
        was_recorded=conflict.code == "already_recorded",
        differences=words.differences(theirs, mine),
    )


def _page(
    request: StaffRequest,
    form: AdverseEventForm,
    episode: Any,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    context = {
        "form": form,
        "suggestion": form.suggestion(),
        "episode": episode,
        "patient": episode.patient,
        "page": "adverse-events",
        **more,
    }
    return render(
        request, "tracker/clinician/adverse_event_form.html", context, status=status
    )
