"""What somebody without an account sees behind a shared link."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from backend.common.errors import InvalidInput
from tracker.actions import summary_links
from tracker.pages import papers
from tracker.pages.decorators import public_page
from tracker.pages.forms.fields import place
from tracker.pages.forms.sharing import CodeForm
from tracker.pages.presenters.browsers import roughly


def _leaves_no_trace(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Nobody learns of the address: no referrer, no index, no copy kept."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return response

    return never_cache(page)


# Without a referrer a browser names no origin, so the usual check would refuse the
# form. Link and code are the permission; no cookie adds any.
@csrf_exempt
@_leaves_no_trace
@sensitive_post_parameters("code")
@sensitive_variables("shared_token")
@require_http_methods(["GET", "HEAD", "POST"])
@public_page
def shared(request: HttpRequest, shared_token: str) -> HttpResponse:
    """Looking asks for the code and counts nothing: mail scanners open every link."""
    summary_links.behind(shared_token)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _summary(request, shared_token, form.cleaned_data["code"])
        except InvalidInput as invalid:
            form.add_error("code", invalid.errors[0]["message"])
    return render(
        request,
        "tracker/shared/code.html",
        {"form": form},
        status=422 if request.method == "POST" else 200,
    )


def _summary(request: HttpRequest, token: str, code: str) -> HttpResponse:
    browser = roughly(request.headers.get("User-Agent", ""))
    link = summary_links.read(token=token, code=code, browser=browser)
    patient = link.episode.patient
    context = {
        "link": link,
        "patient": patient,
        "place": place(patient.zone),
        "paper": papers.as_html(link.episode, with_private=False),
    }
    with timezone.override(ZoneInfo(patient.zone)):
        return render(request, "tracker/shared/summary.html", context)
