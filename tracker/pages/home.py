"""The front door: everybody goes where their work is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from backend.accounts.roles import Permission, Role, may
from tracker.pages.decorators import public_page


@public_page
def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect("account_login")
    membership = request.membership  # type: ignore[attr-defined]
    if not membership:
        return redirect("today")
    sees_patients = may(Role(membership.role), Permission.CASELOAD_VIEW)
    return redirect("worklist" if sees_patients else "people")
