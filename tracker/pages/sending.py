"""Hand a check-in form to the action; put what it refuses back on the form."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from backend.common.errors import InvalidInput
from tracker.actions import check_ins
from tracker.actions.submission import AlreadyStored, Submission
from tracker.clinical.levels import Level
from tracker.pages.forms.check_in import CheckInForm

if TYPE_CHECKING:
    from backend.accounts.models import User


def send(
    form: CheckInForm, *, by: "User", episode_id: UUID | None = None
) -> Submission | None:
    """What the patient gets back, or None with the reasons on the form."""
    try:
        return check_ins.submit(
            check_in_id=form.check_in_id, raw=form.raw(), by=by, episode_id=episode_id
        )
    except InvalidInput as invalid:
        form.refuse(invalid.errors)
        form.advice = invalid.extra.get("advice", ())
    except AlreadyStored as already:
        form.turn_into_correction()
        form.advice = already.extra.get("advice", ())
    return None


def to_result(sent: Submission) -> HttpResponse:
    """An emergency leaves everything else behind."""
    name = "emergency" if sent.level is Level.EMERGENCY else "check-in-result"
    return redirect(name, sent.check_in_id)
