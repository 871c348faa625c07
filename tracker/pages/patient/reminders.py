"""The hour, the ways, the quiet hours and the pauses; and whether this phone hears."""

from datetime import time, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from backend.common import clock
from backend.common.errors import InvalidInput
from reminders import text_provider
from reminders.actions import preferences
from reminders.queries import preferences as stored
from reminders.queries import proof, upcoming
from reminders.scheduling.hours import WEEKEND
from tracker.actions import check_in_reminders, questionnaire_reminders
from tracker.pages.decorators import patient_page
from tracker.pages.forms.fields import place
from tracker.pages.forms.reminders import RemindersForm
from tracker.pages.moments import moment_in
from tracker.pages.presenters import told
from tracker.pages.requests import PatientRequest
from tracker.queries import reach, zones

SHOWN, PAGE = 5, 30
ASKED = (check_in_reminders.KIND, questionnaire_reminders.KIND)
TEST_SHOWN = timedelta(hours=1)
HALF_A_YEAR = 182
# Where the action names a field that the form shows as two.
_FIELDS = {"pauses": "pause_to", "weekday_times": "weekend_time"}
_FIELD_OF_CODE = {"pause_begins": "pause_from"}


@patient_page
def reminders(request: PatientRequest) -> HttpResponse:
    form = RemindersForm(
        request.POST or None,
        initial=_initial(request),
        has_text_messages=bool(text_provider.url_of(request.episode.clinic.slug)),
    )
    if request.method == "POST" and form.is_valid() and _save(request, form):
        messages.success(request, _("Saved."))
        return redirect("reminders")
    context = {
        "form": form,
        "has_device": bool(stored.device_ids_of(request.user)),
        "place": place(request.episode.patient.zone),
        "lines": told.lines(
            proof.of_recipient(request.user, limit=SHOWN, kinds=ASKED),
            zones.clock_of(request.episode.patient),
        ),
        "test": _last_test(request),
        "unreached": reach.unreached_because(request.episode.clinic, request.user),
        "page": "reminders",
    }
    return render(request, "tracker/patient/reminders.html", context)


@patient_page
def all_reminders(request: PatientRequest) -> HttpResponse:
    """Every one that is to come in half a year, across the clock changes."""
    ahead = upcoming.of_recipient(
        request.user, ASKED, HALF_A_YEAR, clinic=request.episode.clinic
    )
    context = {
        "ahead": [(told.what(one.kind, is_nudge=one.is_nudge), one) for one in ahead],
        "place": place(request.episode.patient.zone),
        "page": "reminders",
    }
    return render(request, "tracker/patient/all_reminders.html", context)


@patient_page
def sent(request: PatientRequest) -> HttpResponse:
    """All that was sent, page by page, and what became of it."""
    before = moment_in(request.GET.get("before", ""))
    found = proof.of_recipient(request.user, limit=PAGE, before=before)
    context = {
        "lines": told.lines(found, zones.clock_of(request.episode.patient)),
        "older": found[-1].at if len(found) >= PAGE else None,
        "before": before,
        "page": "reminders",
    }
    return render(request, "tracker/patient/sent.html", context)


@require_POST
@patient_page
def repair(request: PatientRequest) -> HttpResponse:
    preferences.let_email_in(user=request.user)
    messages.success(request, _("E-mails come to you again."))
    return redirect("reminders")


@require_POST
@patient_page
def send_test(request: PatientRequest) -> HttpResponse:
    preferences.send_test(user=request.user, clinic=request.episode.clinic)
    messages.success(request, _("A test is on its way. It can take a minute."))
    return redirect("reminders")


@require_safe
@patient_page
def test_state(request: PatientRequest) -> HttpResponse:
    """The sentence alone, for the page that waits for it."""
    said = _last_test(request)
    return HttpResponse(
        said, content_type="text/plain; charset=utf-8", status=200 if said else 204
    )


def _last_test(request: PatientRequest) -> str:
    """What became of the last test, while somebody may still look for it."""
    found = proof.of_recipient(request.user, limit=1, kinds=["test"])
    if not found or clock.now() - found[0].at > TEST_SHOWN:
        return ""
    (line,) = told.lines(found, zones.clock_of(request.episode.patient))
    return _("Your last test: %(steps)s") % {"steps": " · ".join(line.steps)}


def _initial(request: PatientRequest) -> dict[str, object]:
    user = request.user
    wishes = stored.of(user)
    first, last = next(iter(stored.pauses_of(user)), (None, None))
    return {
        "wall_time": wishes.wall_time,
        "weekend_time": wishes.weekday_times.get(WEEKEND[0], wishes.wall_time),
        "channels": [c for c in wishes.channels if c not in wishes.stopped_channels],
        "phone": wishes.phone,
        "repeats_unseen": wishes.repeats_unseen,
        "quiet_from": wishes.quiet_from,
        "quiet_to": wishes.quiet_to,
        "pause_from": first,
        "pause_to": last,
    }


def _weekday_times(request: PatientRequest, weekend: time | None) -> dict[str, time]:
    """The weekend as typed; a weekday with an hour of its own keeps it."""
    kept = {
        day: time.fromisoformat(text)
        for day, text in stored.of(request.user).weekday_times.items()
        if day not in WEEKEND
    }
    return kept | (dict.fromkeys(WEEKEND, weekend) if weekend else {})


def _save(request: PatientRequest, form: RemindersForm) -> bool:
    data = form.cleaned_data
    pause = (data["pause_from"], data["pause_to"])
    try:
        preferences.change(
            user=request.user,
            wall_time=data["wall_time"],
            weekday_times=_weekday_times(request, data["weekend_time"]),
            phone=data.get("phone"),
            repeats_unseen=data["repeats_unseen"],
            channels=data["channels"],
            quiet_from=data["quiet_from"],
            quiet_to=data["quiet_to"],
            pauses=[pause] if pause[0] else [],
            by=request.user,
        )
    except InvalidInput as invalid:
        for error in invalid.errors:
            form.add_error(_field_of(error), error["message"])
        return False
    return True


def _field_of(error: dict[str, str]) -> str:
    by_field = _FIELDS.get(error["field"], error["field"])
    return _FIELD_OF_CODE.get(error["code"], by_field)
