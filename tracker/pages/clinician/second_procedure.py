"""A second procedure: count the course again, or open a new one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from backend.accounts.roles import Permission
from backend.common.errors import Conflict, InvalidInput, NotFound
from tracker.actions import episodes as episode_actions
from tracker.actions import procedures as actions
from tracker.pages.decorators import clinic_page
from tracker.pages.forms.second_procedure import (
    AGAIN,
    CURRENT,
    KEEP,
    NEW,
    SecondProcedureForm,
)
from tracker.pages.requests import StaffRequest
from tracker.queries import alerts, episodes, patients, protocols


@clinic_page(Permission.PATIENT_EDIT)
def second_procedure(request: StaffRequest, patient_id: UUID) -> HttpResponse:
    episode = _newest(request, patient_id)
    form = _form(request, episode)
    if form.is_bound and form.is_valid():
        try:
            said = _go_on(request, episode, form)
        except InvalidInput as invalid:
            for error in invalid.errors:
                name = error["field"] if error["field"] in form.fields else None
                form.add_error(name, error["message"])
        except Conflict as conflict:
            form.add_error(None, conflict.sentence)
        else:
            messages.success(request, said)
            return redirect("patient-record", patient_id)
    context = {
        "form": form,
        "episode": episode,
        "patient": episode.patient,
        "live": list(alerts.live_of(episode)),
        "page": "patient",
    }
    return render(
        request,
        "tracker/clinician/second_procedure.html",
        context,
        status=422 if form.is_bound else 200,
    )


@require_POST
@clinic_page(Permission.PATIENT_EDIT)
def undo(request: StaffRequest, patient_id: UUID) -> HttpResponse:
    episode = _newest(request, patient_id)
    try:
        actions.undo_restart(episode=episode, by=request.user)
    except Conflict as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, "The plan counts from the earlier procedure again.")
    return redirect("patient-record", patient_id)


def _newest(request: StaffRequest, patient_id: UUID) -> Any:
    patient = patients.get_for_clinic(request.clinic, patient_id)
    episode = episodes.of_patient(patient).first()
    if episode is None:
        raise NotFound("This patient has no course of care.")
    return episode


def _form(request: StaffRequest, episode: Any) -> SecondProcedureForm:
    done, profile = episode.procedure, episode.profile
    active = episode.status == "active"
    return SecondProcedureForm(
        request.POST or None,
        plan=episode.protocol.number,
        current=protocols.current(request.clinic).number,
        active=active,
        initial={
            "course": AGAIN if active else NEW,
            "plan": KEEP,
            "region": done.region,
            "routes": done.routes,
            "levels": ", ".join(done.levels),
            "guidance": done.guidance,
            "cell_source": done.cell_source,
            "product": done.product,
            "profile_facts": profile.facts,
            "known_symptoms": profile.known_symptoms,
            "allergies": profile.allergies,
        },
    )


def _go_on(request: StaffRequest, episode: Any, form: SecondProcedureForm) -> str:
    """Everything or nothing; what to say about it. Raises InvalidInput, Conflict."""
    data, by = form.cleaned_data, request.user
    given = {
        "episode": episode,
        "by": by,
        "procedure": form.procedure_details(),
        "baseline_pain": data["baseline_pain"],
    }
    if data["course"] == NEW:
        actions.open_new(**given, **form.profile())
        return "A new course of care has begun. The earlier one is closed."
    with transaction.atomic():
        actions.restart(**given, current_protocol=data.get("plan") == CURRENT)
        episode_actions.update_profile(episode=episode, by=by, **form.profile())
    return "The plan counts from the new day. You may take this back for a day."
