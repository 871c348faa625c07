"""The questionnaires of a clinic: the product's own, and those it brought."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from backend.accounts.roles import Permission
from backend.common.errors import InvalidInput, NotFound
from tracker.actions import instruments as actions
from tracker.clinical.proms.definitions import OWN_INSTRUMENTS
from tracker.pages.decorators import clinic_page
from tracker.pages.forms.instrument import UploadForm
from tracker.pages.presenters import instrument as presenter
from tracker.pages.requests import StaffRequest
from tracker.queries import instruments, protocols


@clinic_page(Permission.INSTRUMENT_MANAGE)
def instruments_list(request: StaffRequest) -> HttpResponse:
    """What there is, with licence and days; a file brings another one."""
    form = UploadForm(request.POST or None, request.FILES or None)
    problems: list[dict[str, str]] = []
    if request.method == "POST" and form.is_valid():
        try:
            draft = actions.bring(
                clinic=request.clinic,
                content=form.cleaned_data["file"].read(),
                by=request.user,
            )
        except InvalidInput as invalid:
            problems = invalid.errors
        else:
            return redirect("instrument", draft.pk)
    rows = list(instruments.imported(request.clinic))
    context = {
        "form": form,
        "problems": problems,
        "own": [presenter.summary(one) for one in OWN_INSTRUMENTS.values()],
        "brought": [(row, presenter.summary(instruments.of_row(row))) for row in rows],
        "asked": protocols.asked_codes(request.clinic),
        "page": "instruments",
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "tracker/clinician/instruments.html", context, status=status)


@clinic_page(Permission.INSTRUMENT_MANAGE)
def own(request: StaffRequest, instrument: str) -> HttpResponse:
    """One of the product's own, as a patient meets it."""
    if instrument not in OWN_INSTRUMENTS:
        raise NotFound
    context = {
        **presenter.preview(OWN_INSTRUMENTS[instrument]),
        "page": "instruments",
    }
    return render(request, "tracker/clinician/instrument.html", context)
