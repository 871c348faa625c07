"""One card of the clinic: read it, say it otherwise, hide it, take a change back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from backend.accounts.roles import Permission
from backend.common.errors import Conflict, InvalidInput, NotFound
from tracker.actions import education as actions
from tracker.actions import protocols as protocol_actions
from tracker.clinical.education.clinic_card import OWN, ClinicCard, InvalidCard, read
from tracker.clinical.protocol import Protocol
from tracker.pages.decorators import clinic_page
from tracker.pages.forms.education import CardForm
from tracker.pages.presenters import education as presenter
from tracker.pages.requests import StaffRequest
from tracker.queries import education


@clinic_page(Permission.PROTOCOL_EDIT)
def card(request: StaffRequest, card: str) -> HttpResponse:
    """Words, days and history of a card; a preview stores nothing."""
    edit = education.edits_of(request.clinic.pk).get(card)
    shown = presenter.card_of(card, edit)
    if shown is None:
        raise NotFound
    versions = list(education.versions_of(request.clinic, card))
    newest = versions[0].number if versions else 0
    form = CardForm(shown, edit, request.POST or None, initial={"seen": newest})
    if _is_saved(request, form, card):
        return redirect("education")
    return _page(
        request,
        form,
        _previewed(form, card) or edit or ClinicCard(card),
        card=shown,
        source=presenter.source(shown),
        history=presenter.history(versions),
        newest=newest,
    )


@clinic_page(Permission.PROTOCOL_EDIT)
def new_card(request: StaffRequest) -> HttpResponse:
    """A card that only this clinic has."""
    form = CardForm(None, None, request.POST or None)
    if _is_saved(request, form, None):
        return redirect("education")
    return _page(request, form, _previewed(form, f"{OWN}0"))


@require_POST
@clinic_page(Permission.PROTOCOL_EDIT)
def take_back(request: StaffRequest, card: str) -> HttpResponse:
    """What was said before is said again."""
    seen = request.POST.get("seen", "")
    try:
        actions.take_back(
            clinic=request.clinic,
            card=card,
            seen=int(seen) if seen.isdecimal() and len(seen) < 10 else 0,
            by=request.user,
        )
    except Conflict as conflict:
        messages.error(request, conflict.sentence)
    else:
        messages.success(request, "The last change of this card is taken back.")
    return redirect("education-card", card)


def _is_saved(request: StaffRequest, form: CardForm, card: str | None) -> bool:
    if request.method != "POST" or not form.is_valid():
        return False
    content = form.content()
    try:
        if "preview" in request.POST:
            read(card or f"{OWN}0", content)
            return False
        if card is None:
            actions.add(clinic=request.clinic, content=content, by=request.user)
        else:
            seen = form.cleaned_data["seen"] or 0
            actions.change(
                clinic=request.clinic,
                card=card,
                content=content,
                seen=seen,
                by=request.user,
            )
    except (InvalidInput, InvalidCard) as invalid:
        for field, message in _faults(invalid):
            form.refuse(field, message)
        return False
    except Conflict as conflict:
        form.add_error(None, conflict.sentence)
        return False
    messages.success(request, "Saved. Patients read it from now on.")
    return True


def _faults(invalid: InvalidInput | InvalidCard) -> list[tuple[str, str]]:
    if isinstance(invalid, InvalidCard):
        return invalid.faults
    return [(error["field"], error["message"]) for error in invalid.errors]


def _previewed(form: CardForm, card: str) -> ClinicCard | None:
    """What was typed, as a card; None where it could not be shown."""
    if not form.is_bound or form.errors:
        return None
    return read(card, form.content())


def _page(
    request: StaffRequest, form: CardForm, edit: ClinicCard | None, **more: Any
) -> HttpResponse:
    plan = Protocol.from_json(protocol_actions.ensure_default(request.clinic).plan)
    situation = education.situation_in(request.clinic, plan)
    shown = presenter.card_of(edit.id, edit) if edit else None
    context = {
        "form": form,
        "read_as": (
            presenter.in_languages(edit, shown, situation) if edit and shown else []
        ),
        "is_hidden": bool(edit and edit.is_hidden),
        "is_preview": form.is_bound and not form.errors,
        "page": "education",
        **more,
    }
    status = 422 if form.errors else 200
    return render(
        request, "tracker/clinician/education_card.html", context, status=status
    )
