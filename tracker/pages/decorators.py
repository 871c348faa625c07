"""Who may open a page: load the person's own episode, or require a permission."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.text import slugify

from backend.accounts import policies, second_factor
from backend.accounts.queries import memberships_of
from backend.accounts.roles import PERMISSIONS, Permission, Role
from backend.common import error_views, languages
from backend.common.errors import DomainError, NotFound
from tracker.actions.consents import ConsentWithdrawn
from tracker.pages import withdrawn
from tracker.queries import episodes, helpers, unowned

View = Callable[..., HttpResponse]


def patient_page(view: View) -> View:
    """For a patient in care: `request.episode` is their own, in their own zone."""
    return _own(view, episodes.active_of)


def patient_page_after_care(view: View) -> View:
    """The same, with the last course where none is active: the view must look."""
    return _own(view, episodes.active_or_last_of)


def patient_page_at_clinic(view: View) -> View:
    """For a patient in care, at the clinic that the address names, `?clinic=`.

    `request.clinic_query` keeps the choice in links and on the way back.
    """
    return _own(view, episodes.active_of, _clinic_named)


def patient_page_at_clinic_after_care(view: View) -> View:
    """The same, with the last course there where none is active."""
    return _own(view, episodes.active_or_last_of, _clinic_named)


def patient_page_of_entry(view: View) -> View:
    """For a patient in care, in that of their courses which holds the entry."""
    return _own(view, episodes.active_with_entry, lambda _request, named: named)


def _clinic_named(request: Any, _named: Any) -> dict[str, Any]:
    clinic = slugify(request.GET.get("clinic", ""))
    request.clinic_query = f"?clinic={clinic}" if clinic else ""
    return {"clinic": clinic}


def _own(
    view: View,
    find: Callable[..., Any],
    choice: Callable[..., dict[str, Any]] = lambda _request, _named: {},
) -> View:
    """`choice` is what, of the request and its address, says which of one's own."""

    @login_required
    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.membership:  # type: ignore[attr-defined]
            return redirect("worklist")
        try:
            episode = find(request.user, **choice(request, kwargs))
        except NotFound:
            return no_course(request)
        request.episode = episode  # type: ignore[attr-defined]
        return _answer_in_course(view, request, *args, **kwargs)

    page.permission = "own record"  # type: ignore[attr-defined]
    return page


def helper_page(view: View) -> View:
    """For somebody who helps a patient: `request.episode` is that patient's."""
    return _helping(view, helpers.live_of)


def helper_form_page(view: View) -> View:
    """The same, also after a withdrawal, which the view must refuse."""
    return _helping(view, helpers.live_or_withdrawn_of)


def _helping(view: View, find: Callable[[Any], Any]) -> View:
    @login_required
    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.membership:  # type: ignore[attr-defined]
            return redirect("worklist")
        try:
            helper = find(request.user)
            episode = helpers.course(helper)
        except NotFound as error:
            return error_views.domain_error(request, error)
        request.helper, request.episode = helper, episode  # type: ignore[attr-defined]
        return _answer_in_course(view, request, *args, **kwargs)

    page.permission = "own grant"  # type: ignore[attr-defined]
    return page


def no_course(request: HttpRequest) -> HttpResponse:
    """Nothing is open for this person, unless they help somebody."""
    # What was sent here was meant for a course of one's own: it is refused, not lost.
    if request.method == "GET" and helpers.is_helping(request.user):  # type: ignore[arg-type]
        return redirect("helping")
    return render(request, "tracker/patient/no_episode.html", status=404)


def clinic_page(permission: Permission) -> Callable[[View], View]:
    """For staff who hold the permission at the clinic they work in now."""

    def decorate(view: View) -> View:
        @login_required
        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            membership = request.membership  # type: ignore[attr-defined]
            if not membership:
                return error_views.error_page(request, 404)
            if not policies.can(request.user, permission, clinic=request.clinic):  # type: ignore[attr-defined, arg-type]
                return error_views.error_page(request, 403)
            wanted = second_factor.wanted_from(request.user, membership.clinic)  # type: ignore[arg-type]
            if second_factor.is_due(wanted, membership.clinic):
                return _set_up_first(request, membership.clinic)
            request.second_factor_from = wanted  # type: ignore[attr-defined]
            request.permissions = PERMISSIONS[Role(membership.role)]  # type: ignore[attr-defined]
            request.clinics = [m.clinic for m in memberships_of(request.user)]  # type: ignore[attr-defined, arg-type]
            request.unowned = SimpleLazyObject(  # type: ignore[attr-defined]
                partial(unowned.emergencies, membership.clinic)
            )
            # What staff read is not translated; half of a page would help nobody.
            with languages.speaking(languages.ENGLISH):
                return _answer(view, request, membership.clinic.zone, *args, **kwargs)

        page.permission = permission  # type: ignore[attr-defined]
        return page

    return decorate


def _set_up_first(request: HttpRequest, clinic: Any) -> HttpResponse:
    several = len(memberships_of(request.user)) > 1  # type: ignore[arg-type]
    context = {"asks": clinic.name, "several": several}
    with languages.speaking(languages.ENGLISH):
        page = render(request, "accounts/second_factor.html", context, status=403)
        return languages.labelled(page)


def public_page(view: View) -> View:
    """For anybody; a refusal is still a page in plain words."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # The shell that a phone keeps names its language in each address.
        with languages.speaking(languages.asked(request.GET)):
            return _answer(view, request, "UTC", *args, **kwargs)

    page.permission = "public"  # type: ignore[attr-defined]
    return page


def _answer_in_course(
    view: View, request: Any, *args: Any, **kwargs: Any
) -> HttpResponse:
    """In the patient's zone; what a withdrawal refuses still says whom to call."""

    def page(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except ConsentWithdrawn as refused:
            return withdrawn.page(request, refused)

    return _answer(page, request, request.episode.patient.zone, *args, **kwargs)


def _answer(
    view: View, request: HttpRequest, zone: str, *args: Any, **kwargs: Any
) -> HttpResponse:
    with timezone.override(ZoneInfo(zone)):
        try:
            response = view(request, *args, **kwargs)
        except DomainError as error:
            response = error_views.domain_error(request, error)
        return languages.labelled(response)
