"""Hand a check-in form to the action; put what it refuses back on the form."""

from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from backend.common.errors import InvalidInput
from tracker.actions import check_ins, unstored
from tracker.actions.submission import AlreadyStored, Submission
from tracker.clinical.levels import Level
from tracker.pages.forms.check_in import CheckInForm

if TYPE_CHECKING:
    from backend.accounts.models import User
    from tracker.models import Episode


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


def asks_day(form: CheckInForm, request: HttpRequest, episode: "Episode") -> bool:
    """Whether the form goes back with the question which day it is about.

    A script says when somebody pressed Save, maybe long before it could send; what a
    page sends was pressed now. What calls staff is asked nothing: it is taken at once.
    """
    if episode.status != "active" or episode.patient.consent_withdrawn_at:
        return False  # it is refused, and told so at once
    sent_on = form.today
    if "X-CSRFToken" in request.headers:
        sent_on = form.saved_on(ZoneInfo(episode.patient.zone))
    form.asks_day = form.is_day_unclear(sent_on) and not unstored.calls_at_once(
        episode_id=episode.pk, raw=form.raw()
    )
    return form.asks_day


def to_result(sent: Submission) -> HttpResponse:
    """An emergency leaves everything else behind."""
    name = "emergency" if sent.level is Level.EMERGENCY else "check-in-result"
    return redirect(name, sent.check_in_id)
