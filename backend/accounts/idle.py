"""Staff who take no step for a while are signed out; what they typed is kept.

Patients are not: their phone is their own. A program's session token is not, either.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import auth, messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from backend.accounts import kept_form
from backend.common import clock

SEEN = "staff_seen_at"
# The clinic chosen in this session.
CLINIC = "clinic_id"
# A session is written again no sooner than this.
PRECISION = timedelta(minutes=1)
OWN_DOORS = ("/accounts/", "/_allauth/", "/api/")


class IdleMiddleware:
    """Looks after the CSRF check: only a form of ours is kept."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response: HttpResponse = self.get_response(request)
        return response

    def process_view(
        self, request: HttpRequest, view: Any, *_arguments: object
    ) -> HttpResponse | None:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        if not request.user.is_authenticated:
            return _ask_to_sign_in(request) if _comes_late(request, view) else None
        kept_form.has_come_back(request)
        if request.user.is_staff:
            watch(request)
        seen = request.session.get(SEEN)
        if seen is None:
            return None
        quiet = clock.now() - datetime.fromtimestamp(seen, UTC)
        if _is_too_long(quiet):
            return _sign_out(request)
        if quiet > PRECISION and not _is_poll(request):
            request.session[SEEN] = clock.now().timestamp()
        return None


def watch(request: Any) -> None:
    """From now on this session belongs to somebody who works here."""
    session = request.session
    if SEEN not in session and auth.SESSION_KEY in session:
        session[SEEN] = clock.now().timestamp()


def _is_too_long(quiet: timedelta) -> bool:
    limit = timedelta(minutes=settings.STAFF_IDLE_MINUTES)
    return bool(limit) and quiet > limit


def _is_poll(request: HttpRequest) -> bool:
    """The worklist asks for news by itself, also where nobody sits."""
    return request.headers.get("HX-Request") == "true"


def _comes_late(request: HttpRequest, view: Any) -> bool:
    """Another tab was signed out first: what this one sends is kept all the same."""
    return (
        request.method == "POST"
        and kept_form.is_expected(request)
        and not request.path.startswith(OWN_DOORS)
        and not str(getattr(view, "permission", "")).startswith("public")
    )


def _sign_out(request: HttpRequest) -> HttpResponse | None:
    """A page is refused by itself then; a form is kept until the next sign-in."""
    user_id, clinic = str(request.user.pk), request.session.get(CLINIC)
    auth.logout(request)
    kept_form.expect(request, user_id)
    if clinic:
        # What is sent again must not land in the person's other clinic.
        request.session[CLINIC] = clinic
    if request.path.startswith(OWN_DOORS):
        return None
    return _ask_to_sign_in(request)


def _ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    sentence = (
        f"You were signed out after {settings.STAFF_IDLE_MINUTES} minutes without "
        "a step. Sign in to go on where you were."
    )
    wanted = request.get_full_path()
    if request.method == "POST":
        kept_form.keep(request)
        wanted = reverse("kept-form")
        sentence += " What you typed is kept."
    messages.info(request, sentence)
    answer = redirect_to_login(wanted)
    if _is_poll(request):
        return HttpResponse(headers={"HX-Redirect": answer.url})
    return answer
