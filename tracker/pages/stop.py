"""The link under each reminder mail: stop these e-mails, and take that back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from reminders.actions import stop_links
from tracker.pages.decorators import public_page


# A mailbox posts here by itself, without a cookie (RFC 8058): the signed link is
# the permission, and the answer must not be a redirect.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@public_page
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Looking changes nothing: mail scanners open every link."""
    if request.method == "POST":
        stop_links.set_stopped(token=token, is_stopped="undo" not in request.POST)
    context = {"is_stopped": stop_links.is_stopped(token)}
    return render(request, "tracker/stop.html", context)
