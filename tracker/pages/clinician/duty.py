"""Who is called about an alert, this week and while somebody is away."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from backend.accounts import duty, duty_actions, queries
from backend.accounts.roles import Permission
from backend.common import clock
from backend.common.errors import InvalidInput
from tracker.pages.decorators import clinic_page
from tracker.pages.forms.duty import DAY_NAMES, ClosedDaysForm, CoverForm, ShiftForm
from tracker.pages.requests import StaffRequest


@clinic_page(Permission.DUTY_VIEW)
def roster(request: StaffRequest) -> HttpResponse:
    return _page(request)


@require_POST
@clinic_page(Permission.CLINIC_MANAGE)
def add_shift(request: StaffRequest) -> HttpResponse:
    form = ShiftForm(request.POST, handlers=queries.alert_handlers(request.clinic))
    return _save(request, "shift_form", form, _add_shift)


@require_POST
@clinic_page(Permission.CLINIC_MANAGE)
def remove_shift(request: StaffRequest, shift_id: UUID) -> HttpResponse:
    duty_actions.remove_shift(clinic=request.clinic, by=request.user, shift_id=shift_id)
    messages.success(request, "The shift is removed.")
    return redirect("duty")


@require_POST
@clinic_page(Permission.CLINIC_MANAGE)
def add_cover(request: StaffRequest) -> HttpResponse:
    form = CoverForm(request.POST, handlers=queries.alert_handlers(request.clinic))
    return _save(request, "cover_form", form, _add_cover)


@require_POST
@clinic_page(Permission.CLINIC_MANAGE)
def remove_cover(request: StaffRequest, cover_id: UUID) -> HttpResponse:
    duty_actions.remove_cover(clinic=request.clinic, by=request.user, cover_id=cover_id)
    messages.success(request, "The cover is removed.")
    return redirect("duty")


@require_POST
@clinic_page(Permission.CLINIC_MANAGE)
def closed_days(request: StaffRequest) -> HttpResponse:
    form = ClosedDaysForm(request.POST)
    return _save(request, "closed_form", form, _set_closed_days)


def _save(
    request: StaffRequest,
    name: str,
    form: Form,
    change: Callable[[StaffRequest, dict[str, Any]], None],
) -> HttpResponse:
    if form.is_valid():
        try:
            change(request, form.cleaned_data)
        except InvalidInput as invalid:
            for error in invalid.errors:
                form.add_error(error["field"], error["message"])
        else:
            messages.success(request, "Saved.")
            return redirect("duty")
    return _page(request, **{name: form})


def _add_shift(request: StaffRequest, given: dict[str, Any]) -> None:
    member = UUID(given.pop("member"))
    duty_actions.add_shift(
        clinic=request.clinic, by=request.user, member=member, **given
    )


def _add_cover(request: StaffRequest, given: dict[str, Any]) -> None:
    instead = given.pop("instead")
    duty_actions.add_cover(
        clinic=request.clinic,
        by=request.user,
        away=UUID(given.pop("away")),
        instead=UUID(instead) if instead else None,
        **given,
    )


def _set_closed_days(request: StaffRequest, given: dict[str, Any]) -> None:
    duty_actions.set_closed_days(clinic=request.clinic, by=request.user, **given)


def _page(request: StaffRequest, **forms: Form) -> HttpResponse:
    clinic, now = request.clinic, clock.now()
    handlers = queries.alert_handlers(clinic)
    today = clock.local_today(clinic.zone)
    upcoming = [day for day in clinic.closed_days if day >= today.isoformat()]
    bound = next(iter(forms.values()), None)
    context = {
        "now": duty.at(clinic, now),
        "week": [(DAY_NAMES[day], shifts) for day, shifts in duty.week(clinic)],
        "covers": duty.covers_from(clinic, today),
        "handlers": handlers,
        "closed_days": upcoming,
        "form": bound,
        "shift_form": ShiftForm(handlers=handlers),
        "cover_form": CoverForm(handlers=handlers),
        "closed_form": ClosedDaysForm(
            initial={"days": "\n".join(upcoming), "rests": clinic.rests_on_closed_days}
        ),
        "may_edit": Permission.CLINIC_MANAGE in request.permissions,
        "page": "duty",
    } | forms
    return render(
        request, "tracker/clinician/duty.html", context, status=422 if bound else 200
    )
