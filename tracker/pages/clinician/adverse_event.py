"""One adverse event: what it was, what is due, how it read before."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from backend.accounts.roles import Permission
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import DomainError, InvalidInput
from backend.common.renderers import to_json
from tracker.actions import adverse_events as actions
from tracker.actions.adverse_event_record import stored
from tracker.clinical.adverse_events.reporting import REGIMES
from tracker.clinical.adverse_events.terms import TERMS
from tracker.pages.decorators import clinic_page
from tracker.pages.forms.adverse_event import (
    NotReportedForm,
    ReportedForm,
    grade_choices,
)
from tracker.pages.presenters import adverse_event as words
from tracker.pages.requests import StaffRequest
from tracker.queries import adverse_event_duty, adverse_event_report, adverse_events


@clinic_page(Permission.ALERT_VIEW)
def adverse_event(request: StaffRequest, event_id: UUID) -> HttpResponse:
    event = adverse_events.get_for_clinic(request.clinic, event_id)
    recorder.record("adverse_event.read", by=request.user, target=event)
    return _page(request, event)


@clinic_page(Permission.ADVERSE_EVENT_RECORD)
def adverse_event_json(request: StaffRequest, event_id: UUID) -> HttpResponse:
    """Everything a report form asks for, as a file."""
    event = adverse_events.get_for_clinic(request.clinic, event_id)
    recorder.record("adverse_event.exported", by=request.user, target=event)
    response = HttpResponse(
        to_json(adverse_event_report.of(event)), content_type="application/json"
    )
    name = f"adverse-event-{event.pk}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
@clinic_page(Permission.ADVERSE_EVENT_RECORD)
def reported(request: StaffRequest, event_id: UUID) -> HttpResponse:
    event = adverse_events.get_for_clinic(request.clinic, event_id)
    form = ReportedForm(request.POST)
    if form.is_valid():
        try:
            actions.mark_reported(event=event, by=request.user, **form.cleaned_data)
        except DomainError as refused:
            _refuse(form, refused)
        else:
            messages.success(request, "Marked as reported.")
            return redirect("adverse-event", event.pk)
    return _page(request, event, reported_form=form)


@require_POST
@clinic_page(Permission.ADVERSE_EVENT_RECORD)
def not_reported(request: StaffRequest, event_id: UUID) -> HttpResponse:
    event = adverse_events.get_for_clinic(request.clinic, event_id)
    form = NotReportedForm(request.POST)
    if form.is_valid():
        try:
            actions.mark_not_reportable(
                event=event, by=request.user, **form.cleaned_data
            )
        except DomainError as refused:
            _refuse(form, refused)
        else:
            messages.success(request, "Kept, with your reason.")
            return redirect("adverse-event", event.pk)
    return _page(request, event, not_reported_form=form)


def _refuse(form: Any, refused: DomainError) -> None:
    if not isinstance(refused, InvalidInput):
        form.add_error(None, refused.sentence)
        return
    for error in refused.errors:
        name = error["field"] if error["field"] in form.fields else None
        form.add_error(name, error["message"])


def _page(request: StaffRequest, event: Any, **forms: Any) -> HttpResponse:
    context = _context(request, event) | forms
    return render(
        request,
        "tracker/clinician/adverse_event.html",
        context,
        status=422 if forms else 200,
    )


def _context(request: StaffRequest, event: Any) -> dict[str, Any]:
    today = clock.local_today(request.clinic.zone)
    term = TERMS[event.term]
    version = {"version": event.version}
    return {
        "event": event,
        "patient": event.episode.patient,
        "line": words.line(event, today),
        "grade": dict(grade_choices(term))[event.grade],
        "suggestion": adverse_event_duty.suggestion(event),
        "facts": words.facts(event),
        "regime": REGIMES[event.regime],
        "duty": adverse_event_duty.obligation(event),
        "changes": words.changes(event, stored(event), adverse_events.history(event)),
        "clusters": [
            found
            for found in adverse_events.clusters_of(request.clinic)
            if event in found.events
        ],
        "same_lot": adverse_events.others_with_lot(event),
        "reported_form": ReportedForm(initial={**version, "reported_on": today}),
        "not_reported_form": NotReportedForm(initial=version),
        "page": "adverse-events",
    }
