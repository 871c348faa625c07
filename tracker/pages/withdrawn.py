"""After a withdrawal: nothing is stored, so a form would promise what nobody keeps.

The page says so, whom to call, and how to agree again. What was sent all the same is
refused; an emergency in it is answered as one.
"""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, gettext_noop

from backend.common import clock
from tracker.actions.consents import ConsentWithdrawn
from tracker.queries import advice

if TYPE_CHECKING:
    from tracker.pages.requests import HelperRequest, PatientRequest

SELF_HARM = "R24"
CALL_NOW = gettext_noop(
    "Call the emergency number or a crisis line now. Stay with someone you trust."
)


def page(
    request: "PatientRequest | HelperRequest", refused: ConsentWithdrawn | None = None
) -> HttpResponse:
    """In place of a form, or as the answer to what was sent from one."""
    clinic = request.episode.clinic
    found = refused.emergencies if refused else ()
    context = {
        "advice": [_honest(line) for line in advice.for_patient(found, clinic)],
        "is_refused": refused is not None,
        "clinic": clinic,
        "phone": clinic.phone_at(clock.now()),
    }
    name = "emergency_unstored" if context["advice"] else "withdrawn"
    return render(
        request,
        f"tracker/patient/{name}.html",
        context,
        status=refused.status if refused else 200,
    )


def _honest(line: dict[str, Any]) -> dict[str, Any]:
    """The usual words say that the clinic is told; this time it is not."""
    if line["rule"] != SELF_HARM:
        return line
    english = line["english"] and {**line["english"], "text": CALL_NOW}
    return {**line, "text": gettext(CALL_NOW), "english": english}
