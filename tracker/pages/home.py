"""The front door: everybody goes where their work is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from tracker.pages.decorators import public_page


@public_page
def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect("account_login")
    return redirect("worklist" if request.membership else "today")  # type: ignore[attr-defined]
