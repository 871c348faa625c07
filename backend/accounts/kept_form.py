"""A form that arrived after its sender was signed out, kept in the session.

It is shown to nobody but the same person, who sends it once more after signing in.
"""

from datetime import timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from backend.common import languages, send_again

KEPT = "kept_form"
LIFETIME = timedelta(hours=12)


def keep(request: HttpRequest, user_id: str) -> None:
    """For so long nobody is signed in; whoever comes back has the usual time again."""
    request.session.set_expiry(int(LIFETIME.total_seconds()))
    request.session[KEPT] = {"user": user_id, **send_again.typed(request)}


def forget_if_sent(request: HttpRequest) -> None:
    """Once it is on its way again, it belongs to its page."""
    if request.method != "POST" or not request.user.is_authenticated:
        return
    kept = request.session.get(KEPT)
    if kept and kept["path"] == request.get_full_path():
        del request.session[KEPT]


@login_required
def kept_form(request: HttpRequest) -> HttpResponse:
    kept: dict[str, Any] = request.session.get(KEPT, {})
    if kept.get("user") != str(request.user.pk):
        return redirect("/")
    with languages.speaking(languages.ENGLISH):
        return languages.labelled(send_again.page(request, kept))


kept_form.permission = "own form"  # type: ignore[attr-defined]
