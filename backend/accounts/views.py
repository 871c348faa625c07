"""Choose the clinic to work in; and what allauth offers but this product does not."""

from typing import Any

from allauth.account.views import LogoutView
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from backend.accounts import queries
from backend.accounts.forms import ChooseClinicForm
from backend.accounts.idle import CLINIC
from backend.common import error_views, languages
from backend.common.errors import NotFound
from backend.common.problems import problem_http


@login_required
def choose_clinic(request: HttpRequest) -> HttpResponse:
    memberships = queries.memberships_of(request.user)  # type: ignore[arg-type]
    if not memberships:
        return error_views.error_page(request, 404)
    current = request.membership  # type: ignore[attr-defined]
    form = ChooseClinicForm(
        request.POST or None,
        memberships=memberships,
        initial={"clinic": str(current.clinic_id)},
    )
    if request.method == "POST" and form.is_valid():
        request.session[CLINIC] = form.cleaned_data["clinic"]
        return redirect("/")
    with languages.speaking(languages.ENGLISH):
        page = render(request, "accounts/choose_clinic.html", {"form": form})
        return languages.labelled(page)


choose_clinic.permission = "own memberships"  # type: ignore[attr-defined]


@csrf_exempt
def not_offered(request: HttpRequest) -> HttpResponse:
    """What allauth has and nobody needs here: neither as a page nor for programs."""
    if request.path.startswith("/_allauth/"):
        return problem_http(NotFound())
    return error_views.error_page(request, 404)


not_offered.permission = "public"  # type: ignore[attr-defined]


class SignOut(LogoutView):  # type: ignore[misc]
    """Sign out, and have the browser forget what it kept of this site.

    The phone may hold check-ins that never arrived, also of another person than the
    one who signs out. Its storage goes only when the page has looked and says so.
    """

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        may_wipe = self.request.POST.get("wipe") == "yes"
        response = super().post(*args, **kwargs)
        response["Clear-Site-Data"] = '"cache", "storage"' if may_wipe else '"cache"'
        return response  # type: ignore[no-any-return]
