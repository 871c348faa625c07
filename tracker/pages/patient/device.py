"""What a phone may know of its owner, and a pass for sending."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from backend.common.errors import NotFound
from tracker.clinical.helper_view import PRIVATE_SYMPTOMS
from tracker.pages.presenters import opening_hours
from tracker.queries import episodes, helpers


@require_safe
@never_cache
def device(request: HttpRequest) -> HttpResponse:
    """Asked before each sending: whose session it is now, and a token of now."""
    if not request.user.is_authenticated:
        return HttpResponse(status=HTTPStatus.UNAUTHORIZED)
    if request.membership:  # type: ignore[attr-defined]
        return HttpResponse(status=HTTPStatus.FORBIDDEN)
    try:
        card = _of_patient(request.user)
    except NotFound:
        # Whose entries may still be here; nothing of them is taken any more.
        ended = {"owner": _last_owner(request.user), "refuses": "ended"}
        return JsonResponse(ended, status=HTTPStatus.NOT_FOUND)
    return JsonResponse({**card, "csrf": get_token(request)})


device.permission = "own record"  # type: ignore[attr-defined]


def _of_patient(user: Any) -> dict[str, str]:
    try:
        episode = episodes.active_of(user)
    except NotFound:
        return _of_helper(user)
    return {"owner": str(episode.pk), **_card(episode)}


def _of_helper(user: Any) -> dict[str, str]:
    """The grant owns what a helper keeps: on one phone, neither sends the other's."""
    helper = helpers.live_of(user)
    episode = helpers.course(helper)
    return {
        "owner": str(helper.pk),
        "helping": f"/helping/{episode.pk}",
        "helped": helper.patient.name.split(" ")[0],
        "not_asked": " ".join(sorted(PRIVATE_SYMPTOMS)),
        **_card(episode),
    }


def _last_owner(user: Any) -> str:
    try:
        return str(episodes.active_or_last_of(user).pk)
    except NotFound:
        return str(helpers.last_of(user) or "nobody")


def _card(episode: Any) -> dict[str, str]:
    clinic, zone = episode.clinic, episode.patient.zone
    withdrawn = episode.patient.consent_withdrawn_at
    return {
        **({"refuses": "withdrawn"} if withdrawn else {}),
        "zone": zone,
        "day_0": episode.procedure.performed_on.isoformat(),
        "phone": clinic.phone,
        "night_phone": clinic.out_of_hours_phone,
        "emergency_number": clinic.emergency_number,
        "crisis_line": clinic.crisis_line,
        "hours": opening_hours.sentence(
            clinic.opening_hours, zone=clinic.zone, reader_zone=zone
        ),
    }
