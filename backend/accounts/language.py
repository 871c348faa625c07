"""The language of a request, and the choice of one before signing in."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from backend.common import languages


class LanguageMiddleware:
    """The language of the person, else that chosen here, else the browser's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = of_person(request)
        with translation.override(language or of_browser(request)):
            response = languages.labelled(self.get_response(request))
        if language is None:
            patch_vary_headers(response, ("Accept-Language",))
        return response


def of_person(request: HttpRequest) -> str | None:
    """As their profile says; None where nobody is signed in."""
    # Without a session there is nobody to ask for, and nothing to look up.
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    user = request.user
    return languages.of(user.locale) if user.is_authenticated else None


def chosen(request: HttpRequest) -> str | None:
    """What the address says, or somebody picked in this browser before signing in."""
    cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return languages.shipped(request.GET.get("lang", "") or cookie)


def of_browser(request: HttpRequest) -> str:
    # Django reads its language cookie first, then what the browser asks for.
    return translation.get_language_from_request(request)


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Remember the language in this browser and go back to the page."""
    response: HttpResponse = set_language(request)
    return response


choose.permission = "public"  # type: ignore[attr-defined]
