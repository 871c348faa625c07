"""Forms that arrived after their sender was signed out, kept in the session.

They are shown to nobody but the same person, who sends them once more after signing in.
All of them are kept, from however many tabs; they are given back oldest first.
"""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html

from backend.common import languages, send_again

KEPT = "kept_forms"
# Who was signed out here: until somebody signs in, what arrives was typed by them.
EXPECTED = "kept_form_expected_of"
LIFETIME = timedelta(hours=12)


def expect(request: HttpRequest, user_id: str) -> None:
    """For so long nobody is signed in; whoever comes back has the usual time again."""
    request.session.set_expiry(int(LIFETIME.total_seconds()))
    request.session[EXPECTED] = user_id


def is_expected(request: HttpRequest) -> bool:
    return EXPECTED in request.session


def keep(request: HttpRequest) -> None:
    form = {"user": request.session[EXPECTED], **send_again.typed(request)}
    kept = request.session.get(KEPT, [])
    if form not in kept:  # a double click is one form
        request.session[KEPT] = [*kept, form]


def has_come_back(request: HttpRequest) -> None:
    """Somebody signed in: nothing more is expected here, and what is kept is told."""
    if EXPECTED in request.session:
        del request.session[EXPECTED]
        request.session.set_expiry(None)
        if request.path != reverse("kept-form"):
            _tell(request)
    if request.method == "POST":
        _forget(request)


def _forget(request: HttpRequest) -> None:
    """Once it is on its way again, it belongs to its page."""
    for form in _own(request):
        if form["path"] == request.get_full_path():
            request.session[KEPT].remove(form)
            request.session.modified = True
            _tell(request)
            return


def _own(request: HttpRequest) -> list[dict[str, Any]]:
    kept = request.session.get(KEPT, [])
    return [form for form in kept if form["user"] == str(request.user.pk)]


def _tell(request: HttpRequest) -> None:
    if _own(request):
        sentence = 'What you typed on another page is kept. <a href="{}">Go to it</a>'
        messages.info(request, format_html(sentence, reverse("kept-form")))


@login_required
def kept_form(request: HttpRequest) -> HttpResponse:
    own = _own(request)
    if not own:
        return redirect("/")
    with languages.speaking(languages.ENGLISH):
        return languages.labelled(send_again.page(request, own[0]))


kept_form.permission = "own form"  # type: ignore[attr-defined]
