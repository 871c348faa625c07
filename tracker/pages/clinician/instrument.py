"""One questionnaire that the clinic brought: look at it, confirm it or discard it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from backend.accounts.roles import Permission
from backend.common.errors import InvalidInput
from tracker.actions import instruments as actions
from tracker.pages.decorators import clinic_page
from tracker.pages.forms.instrument import ConfirmForm
from tracker.pages.presenters import instrument as presenter
from tracker.pages.requests import StaffRequest
from tracker.queries import instruments


@clinic_page(Permission.INSTRUMENT_MANAGE)
def instrument(request: StaffRequest, instrument_id: UUID) -> HttpResponse:
    """Every item as a patient sees it; a draft waits for somebody's word."""
    row = instruments.get_for_clinic(request.clinic, instrument_id)
    shown = instruments.of_row(row)
    form = ConfirmForm(request.POST or None, initial={"licence": shown.credit[:500]})
    if request.method == "POST" and form.is_valid():
        try:
            data = form.cleaned_data
            actions.confirm(
                draft=row,
                scoring=data["scoring"],
                schedule=form.schedule(),
                licence=data["licence"],
                is_licensed=data["is_licensed"],
                by=request.user,
            )
        except InvalidInput as invalid:
            for error in invalid.errors:
                form.refuse(error["field"], error["message"])
        else:
            messages.success(
                request, f"{row.title} can be asked for. Tick it in the protocol."
            )
            return redirect("instruments")
    context = {
        **presenter.preview(shown),
        "row": row,
        "form": form,
        "page": "instruments",
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "tracker/clinician/instrument.html", context, status=status)


@require_POST
@clinic_page(Permission.INSTRUMENT_MANAGE)
def discard(request: StaffRequest, instrument_id: UUID) -> HttpResponse:
    row = instruments.get_for_clinic(request.clinic, instrument_id)
    actions.discard(draft=row, by=request.user)
    messages.success(request, f"The draft of {row.title} is gone.")
    return redirect("instruments")
