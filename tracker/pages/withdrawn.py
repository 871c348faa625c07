"""After a withdrawal: nothing is stored, so a form would promise what nobody keeps.

The page says so, whom to call, and how to agree again. What was sent all the same is
refused; an emergency in it is answered as one.
"""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render

from backend.common import clock
from tracker.actions.consents import ConsentWithdrawn

if TYPE_CHECKING:
    from tracker.pages.requests import HelperRequest, PatientRequest


def page(
    request: "PatientRequest | HelperRequest", refused: ConsentWithdrawn | None = None
) -> HttpResponse:
    """In place of a form, or as the answer to what was sent from one."""
    clinic = request.episode.clinic
    context = {
        "advice": refused.extra["advice"] if refused else (),
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
