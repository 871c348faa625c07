"""Errors as pages in plain words; they need neither the database nor a user."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from backend.common import send_again
from backend.common.errors import DomainError, NotFound
from backend.common.problems import problem_http

_PAGES = {
    400: (_("This did not work"), _("The page sent something that we could not read.")),
    403: (
        _("This page is not for you"),
        _("Your role at this clinic does not include this page."),
    ),
    404: (
        _("There is nothing here"),
        _("The address may be mistyped, or the page may have moved."),
    ),
    405: (
        _("There is no page here"),
        _("This address only takes what you send from another page."),
    ),
    500: (
        _("Something broke on our side"),
        _("It was not your doing, and it has been written down."),
    ),
}
_NEXT_STEPS = {
    400: _("Go back one page and try again. What you typed may still be there."),
    403: _("If you need it for your work, ask the lead of your clinic."),
    # Mostly seen by somebody whose sign-in had ended in the middle of a form.
    405: _(
        "If you sent something before you signed in, it has not arrived. "
        "Open its page and send it again."
    ),
    500: _("Please try again in a minute."),
}


# A broken page or request may have no person to ask about.
_KNOWS_PERSON = (403, 404)


def error_page(
    request: HttpRequest, status: int, sentence: str | None = None
) -> HttpResponse:
    heading, usual = _PAGES.get(status, _PAGES[400])
    context = {
        "heading": heading,
        "sentence": sentence or usual,
        "next_step": None if sentence else _NEXT_STEPS.get(status),
        "knows_person": status in _KNOWS_PERSON,
        "PRODUCT": "Cairn",
    }
    return render(request, "error.html", context, status=status)


def domain_error(request: HttpRequest, error: DomainError) -> HttpResponse:
    return error_page(request, error.status, error.sentence)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The token was replaced, by signing in anew in another tab: nothing is lost."""
    if send_again.is_ours(request):
        return send_again.page(request, send_again.typed(request), status=403)
    return error_page(
        request, 403, gettext("This page was open for too long. Load it again.")
    )


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if request.path.startswith("/api/"):
        return problem_http(NotFound())
    return error_page(request, 404)


def form_only(request: HttpRequest, refused: HttpResponse) -> HttpResponse:
    """For who looks at an address that takes only forms."""
    page = error_page(request, 405)
    page["Allow"] = refused["Allow"]
    return page


def broken(request: HttpRequest) -> HttpResponse:
    return error_page(request, 500)
