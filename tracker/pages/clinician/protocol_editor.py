"""The recovery plan of the clinic: read it, edit it, release the next version."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from backend.accounts.roles import Permission
from backend.common.errors import InvalidInput
from tracker.actions import protocols as actions
from tracker.clinical.protocol import Protocol
from tracker.pages.decorators import clinic_page
from tracker.pages.forms.protocol import ProtocolForm
from tracker.pages.requests import StaffRequest
from tracker.queries import education, instruments, protocols

if TYPE_CHECKING:
    from tracker.models import ProtocolVersion


@clinic_page(Permission.PROTOCOL_EDIT)
def protocol(request: StaffRequest) -> HttpResponse:
    clinic = request.clinic
    current = actions.ensure_default(clinic)
    form = ProtocolForm(
        current.plan,
        request.POST if request.method == "POST" else None,
        instruments.offered(clinic),
    )
    if request.method == "POST" and _release(request, form, current):
        return redirect("protocol")
    context = {
        "form": form,
        "current": current,
        "versions": protocols.versions(clinic)[:10],
        "page": "protocol",
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "tracker/clinician/protocol.html", context, status=status)


def _release(
    request: StaffRequest, form: ProtocolForm, current: "ProtocolVersion"
) -> bool:
    number = current.number + 1
    plan = form.read(version=f"clinic.{number}")
    if plan is None:
        return False
    before = Protocol.from_json(current.plan)
    if not form.is_looked_at(education.new_cautions(request.clinic, before, plan)):
        return False
    try:
        actions.release(clinic=request.clinic, plan=plan, by=request.user)
    except InvalidInput as invalid:
        form.refuse(invalid.errors[0]["message"])
        return False
    messages.success(request, f"Version {number} is released for new patients.")
    return True
