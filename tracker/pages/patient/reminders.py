"""The hour, the ways, the quiet hours and the pauses; and whether this phone hears."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from backend.common.errors import InvalidInput
from reminders.actions import preferences
from reminders.queries import preferences as stored
from tracker.actions import own_profile
from tracker.pages.decorators import patient_page
from tracker.pages.forms.reminders import RemindersForm
from tracker.pages.requests import PatientRequest

# Where the action names a field that the form shows as two.
_FIELDS = {"pauses": "pause_to"}


@patient_page
def reminders(request: PatientRequest) -> HttpResponse:
    form = RemindersForm(request.POST or None, initial=_initial(request))
    if request.method == "POST" and form.is_valid() and _save(request, form):
        messages.success(request, "Saved.")
        return redirect("reminders")
    context = {
        "form": form,
        "has_device": bool(stored.device_ids_of(request.user)),
        "page": "reminders",
    }
    return render(request, "tracker/patient/reminders.html", context)


@require_POST
@patient_page
def send_test(request: PatientRequest) -> HttpResponse:
    preferences.send_test(user=request.user)
    messages.success(request, "A test is on its way. It can take a minute.")
    return redirect("reminders")


def _initial(request: PatientRequest) -> dict[str, object]:
    user = request.user
    wishes = stored.of(user)
    first, last = next(iter(stored.pauses_of(user)), (None, None))
    return {
        "wall_time": wishes.wall_time,
        "channels": wishes.channels,
        "quiet_from": wishes.quiet_from,
        "quiet_to": wishes.quiet_to,
        "zone": user.zone,
        "pause_from": first,
        "pause_to": last,
    }


def _save(request: PatientRequest, form: RemindersForm) -> bool:
    data = form.cleaned_data
    pause = (data["pause_from"], data["pause_to"])
    try:
        preferences.change(
            user=request.user,
            wall_time=data["wall_time"],
            channels=data["channels"],
            quiet_from=data["quiet_from"],
            quiet_to=data["quiet_to"],
            pauses=[pause] if pause[0] else [],
            by=request.user,
        )
        own_profile.change(user=request.user, zone=data["zone"])
    except InvalidInput as invalid:
        for error in invalid.errors:
            form.add_error(
                _FIELDS.get(error["field"], error["field"]), error["message"]
            )
        return False
    return True
