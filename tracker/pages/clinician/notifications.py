"""How alerts reach this member of staff: this browser, e-mail, and what was sent."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from backend.accounts.roles import Permission
from reminders.actions import preferences
from reminders.queries import deliveries
from reminders.queries import preferences as stored
from tracker.pages.decorators import clinic_page
from tracker.pages.requests import StaffRequest

SHOWN = 20


@clinic_page(Permission.ALERT_HANDLE)
def notifications(request: StaffRequest) -> HttpResponse:
    context = {
        "has_device": bool(stored.device_ids_of(request.user)),
        "deliveries": deliveries.of_recipient(request.user)[:SHOWN],
        "page": "notifications",
    }
    return render(request, "tracker/clinician/notifications.html", context)


@require_POST
@clinic_page(Permission.ALERT_HANDLE)
def send_test(request: StaffRequest) -> HttpResponse:
    preferences.send_test(user=request.user, clinic=request.clinic)
    messages.success(request, "A test is on its way. It can take a minute.")
    return redirect("notifications")
