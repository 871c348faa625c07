"""By which clock the days and the reminders go, on a journey and after a move."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tracker.actions import zones
from tracker.pages.decorators import patient_page
from tracker.pages.forms.fields import place
from tracker.pages.forms.zone import ZoneForm
from tracker.pages.requests import PatientRequest
from tracker.queries import zones as queries

UNUSABLE = 422


@patient_page
def zone(request: PatientRequest) -> HttpResponse:
    patient = request.episode.patient
    given = request.POST if request.method == "POST" else None
    form = ZoneForm(given, initial={"zone": patient.zone})
    if form.is_valid():
        zones.answer(user=request.user, **form.cleaned_data)
        messages.success(request, _said(**form.cleaned_data))
        return redirect("today" if request.POST.get("from") == "today" else "reminders")
    home = queries.home_of(patient)
    context = {
        "form": form,
        "here": place(patient.zone),
        "home": place(home),
        "is_away": patient.zone != home,
        "page": "reminders",
    }
    status = UNUSABLE if form.errors else 200
    return render(request, "tracker/patient/zone.html", context, status=status)


@require_POST
@patient_page
def back(request: PatientRequest) -> HttpResponse:
    zones.back_home(user=request.user)
    # The page of today says so itself when the phone has noticed.
    if request.POST.get("from") != "today":
        messages.success(request, _("Your reminders follow the clock of home again."))
    return redirect("reminders")


def _said(*, zone: str, kind: str) -> str:
    if kind == zones.KEPT:
        return _("Nothing changes. Your days and reminders keep the time of home.")
    city = place(zone)
    if kind == zones.TRAVEL:
        return _("Until you are back, your reminders follow %(city)s time.") % {
            "city": city
        }
    return _("Your days and reminders follow %(city)s time now.") % {"city": city}
