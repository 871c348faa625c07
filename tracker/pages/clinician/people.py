"""Who works at this clinic, who is called first, and what signing in asks of them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from backend.accounts import queries, second_factor
from backend.accounts.roles import Permission, roles_with
from backend.common.errors import InvalidInput
from tracker.pages.decorators import clinic_page
from tracker.pages.forms.people import SecondFactorForm
from tracker.pages.requests import StaffRequest


@clinic_page(Permission.CLINIC_MANAGE)
def people(request: StaffRequest) -> HttpResponse:
    form = SecondFactorForm(
        request.POST if request.method == "POST" else None,
        initial={"second_factor_from": request.clinic.second_factor_from},
    )
    if form.is_valid() and _saved(request, form):
        messages.success(request, "Saved.")
        return redirect("people")
    context = {
        "form": form,
        "members": queries.members_of(request.clinic),
        "called_roles": roles_with(Permission.ALERT_HANDLE),
        "page": "people",
    }
    status = 422 if form.errors else 200
    return render(request, "tracker/clinician/people.html", context, status=status)


def _saved(request: StaffRequest, form: SecondFactorForm) -> bool:
    """Whether the day was kept; if not, the form says why."""
    day = form.cleaned_data["second_factor_from"]
    try:
        second_factor.ask_from(clinic=request.clinic, by=request.user, day=day)
    except InvalidInput as invalid:
        form.add_error("second_factor_from", invalid.errors[0]["message"])
        return False
    return True
