"""One alert: why it is here, what was said, and what to do with it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from backend.accounts.roles import Permission
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import DomainError
from tracker.actions import alerts as actions
from tracker.pages.decorators import clinic_page
from tracker.pages.forms.alert import NoteForm, ResolveForm, SnoozeForm
from tracker.pages.presenters import (
    alert_cause,
    alert_steps,
    answers,
    course,
    trend_chart,
)
from tracker.pages.presenters.alert import described
from tracker.pages.requests import StaffRequest
from tracker.queries import (
    alert_calls,
    alert_clock,
    alerts,
    check_ins,
    episodes,
    helpers,
    note_questions,
    patients,
    trend,
)

CHART_SIZES = {"wide": (640, 260), "narrow": (340, 240)}


@clinic_page(Permission.ALERT_VIEW)
def alert(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    found = alerts.get_for_clinic(request.clinic, alert_id)
    recorder.record("alert.read", by=request.user, target=found)
    return render(request, "tracker/clinician/alert.html", _context(request, found))


@require_POST
@clinic_page(Permission.ALERT_HANDLE)
def take(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    found = alerts.get_for_clinic(request.clinic, alert_id)
    return _done(
        request, found, lambda: actions.acknowledge(alert=found, by=request.user), ""
    )


@require_POST
@clinic_page(Permission.ALERT_HANDLE)
def take_over(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    found = alerts.get_for_clinic(request.clinic, alert_id)
    return _done(
        request,
        found,
        lambda: actions.take_over(alert=found, by=request.user),
        "It is yours now.",
    )


@require_POST
@clinic_page(Permission.ALERT_HANDLE)
def hand_back(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    found = alerts.get_for_clinic(request.clinic, alert_id)
    return _done(
        request,
        found,
        lambda: actions.hand_back(alert=found, by=request.user),
        "Handed back. The team is being called again.",
    )


@require_POST
@clinic_page(Permission.ALERT_HANDLE)
def note(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    found = alerts.get_for_clinic(request.clinic, alert_id)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _again(request, found, note_form=form)
    data = form.cleaned_data
    return _done(
        request,
        found,
        lambda: actions.add_note(alert=found, by=request.user, note=data["note"]),
        "Note added.",
    )


@require_POST
@clinic_page(Permission.ALERT_HANDLE)
def snooze(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    found = alerts.get_for_clinic(request.clinic, alert_id)
    form = SnoozeForm(request.POST)
    if not form.is_valid():
        return _again(request, found, snooze_form=form)
    data = form.cleaned_data
    try:
        return _done(
            request,
            found,
            lambda: actions.snooze(
                alert=found,
                by=request.user,
                until=clock.now() + form.length,
                reason=data["reason"],
                seen_reports=data["reports"],
            ),
            "Set aside.",
        )
    except actions.UnreadReport as unread:
        return _unread(request, alert_id, unread, snooze_form=form)


@require_POST
@clinic_page(Permission.ALERT_HANDLE)
def resolve(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    found = alerts.get_for_clinic(request.clinic, alert_id)
    form = ResolveForm(request.POST)
    if not form.is_valid():
        return _again(request, found, resolve_form=form)
    data = form.cleaned_data
    try:
        return _done(
            request,
            found,
            lambda: actions.resolve(
                alert=found,
                by=request.user,
                resolution=data["resolution"],
                advice_given=data["advice_given"],
                seen_reports=data["reports"],
            ),
            "Closed.",
        )
    except actions.UnreadReport as unread:
        return _unread(request, alert_id, unread, resolve_form=form)


@require_POST
@clinic_page(Permission.ALERT_HANDLE)
def undo(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    found = alerts.get_for_clinic(request.clinic, alert_id)
    return _done(
        request,
        found,
        lambda: actions.undo(alert=found, by=request.user),
        "Taken back.",
    )


@clinic_page(Permission.ALERT_VIEW)
def highest(request: StaffRequest, patient_id: UUID) -> HttpResponse:
    """From a row of the worklist to the alert that put it there."""
    live = _highest_live(request, patient_id)
    if live is None:
        return redirect("patient-record", patient_id)
    return redirect("alert", live.pk)


@require_POST
@clinic_page(Permission.ALERT_HANDLE)
def take_highest(request: StaffRequest, patient_id: UUID) -> HttpResponse:
    live = _highest_live(request, patient_id)
    if live is None:
        messages.info(request, "Nobody needs to take this any more.")
        return redirect("patient-record", patient_id)
    return _done(
        request, live, lambda: actions.acknowledge(alert=live, by=request.user), ""
    )


def _highest_live(request: StaffRequest, patient_id: UUID) -> Any:
    patient = patients.get_for_clinic(request.clinic, patient_id)
    for episode in episodes.of_patient(patient):
        live = list(alerts.live_of(episode))
        if live:
            # An unowned alert first: that is what a tap on "Take" is about.
            return min(live, key=lambda a: (a.acknowledged_at is not None, -a.level))
    return None


def _done(
    request: StaffRequest, found: Any, action: Callable[[], object], said: str
) -> HttpResponse:
    """Act and show the alert again; a refusal is shown there in its own words.

    Raises UnreadReport, for that page keeps what was typed.
    """
    try:
        action()
    except actions.UnreadReport:
        raise
    except DomainError as refused:
        messages.error(request, refused.sentence)
    else:
        if said:
            messages.success(request, said)
    return redirect("alert", found.pk)


def _again(
    request: StaffRequest, found: Any, *, status: int = 422, **forms: Form
) -> HttpResponse:
    """The page once more with what was typed."""
    context = _context(request, found) | forms
    return render(request, "tracker/clinician/alert.html", context, status=status)


def _unread(
    request: StaffRequest, alert_id: UUID, unread: DomainError, **forms: Form
) -> HttpResponse:
    """The page with the newer report, and what was typed."""
    messages.error(request, unread.sentence)
    found = alerts.get_for_clinic(request.clinic, alert_id)
    return _again(request, found, status=unread.status, **forms)


def _context(request: StaffRequest, found: Any) -> dict[str, Any]:
    episode = episodes.get_for_clinic(request.clinic, found.episode_id)
    series = trend.series(episode)
    others = [a for a in alerts.of_episode(episode) if a.pk != found.pk]
    shown = found.check_in or check_ins.last_up_to(episode, found.day)
    return {
        "alert": found,
        "episode": episode,
        "patient": episode.patient,
        "reason": described(found),
        "steps": alert_steps.with_calls(
            list(alerts.steps(found)), alert_calls.of_alert(found)
        ),
        "others_live": [a for a in others if a.status != "resolved"],
        "earlier": [a for a in others if a.status == "resolved"][:5],
        "cause": alert_cause.sentence(found, shown),
        "due_by": alert_clock.due_by(found),
        "asks_until": (
            found.waiting_since if note_questions.puts_calls_off(found) else None
        ),
        "shown": shown,
        "entered_by": helpers.entered_by(shown, episode.patient) if shown else "",
        "answers": answers.of_check_in(shown) if shown else [],
        "charts": trend_chart.draw_each(course.last_days(series, 30), CHART_SIZES),
        "is_mine": found.acknowledged_by_id == request.user.pk,
        "may_undo": _may_undo(request, found),
        "note_form": NoteForm(),
        "snooze_form": SnoozeForm(),
        "resolve_form": ResolveForm(),
        "page": "worklist",
    }


def _may_undo(request: StaffRequest, found: Any) -> bool:
    steps = [
        (found.resolved_at, found.resolved_by_id),
        (found.acknowledged_at, found.acknowledged_by_id),
    ]
    last = next((step for step in steps if step[0]), None)
    if last is None or last[1] != request.user.pk:
        return False
    return bool(clock.now() - last[0] <= actions.UNDO_WITHIN)
