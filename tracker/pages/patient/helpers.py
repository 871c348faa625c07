"""Someone helps me: ask somebody, choose what they may do, end it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from backend.common.errors import Conflict, InvalidInput
from tracker.actions import helpers as actions
from tracker.pages import invitation_link
from tracker.pages.decorators import patient_page_at_clinic
from tracker.pages.forms.helper import HelperForm
from tracker.pages.requests import PatientRequest
from tracker.queries import episodes
from tracker.queries import helpers as queries

if TYPE_CHECKING:
    from tracker.models import Helper


@never_cache
@patient_page_at_clinic
def helpers(request: PatientRequest) -> HttpResponse:
    patient = request.episode.patient
    form = HelperForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        invited = _invite(request, form)
        if invited:
            response = _back(request)
            helper, link = invited
            path = reverse("helpers")
            invitation_link.hand_over(response, helper.pk, link, path=path)
            return response
    listed = list(queries.of_patient(patient))
    asked = next((h for h in reversed(listed) if h.joined_at is None), None)
    link = invitation_link.handed_over(request, asked.pk) if asked else None
    context = {
        "form": form,
        "helpers": listed,
        "asked": asked,
        "link": link,
        "qr": invitation_link.qr_svg(link) if link else "",
        "clinic": request.episode.clinic,
        "clinics": episodes.clinics_in_care_of(request.user),
        "page": "reminders",
    }
    return render(request, "tracker/patient/helpers.html", context)


def _invite(request: PatientRequest, form: HelperForm) -> "tuple[Helper, str] | None":
    """The new grant and its link, or None with the reason on the form."""
    data = form.cleaned_data
    if data["email"].lower() == request.user.email:
        form.add_error("email", form.fields["email"].help_text)
        return None
    try:
        return actions.invite(
            patient=request.episode.patient,
            by=request.user,
            name=data["name"],
            relation=data["relation"],
            email=data["email"],
            may_read=data["may"] == "read",
        )
    except InvalidInput as invalid:
        for error in invalid.errors:
            form.add_error(error["field"], error["message"])
    except Conflict as refused:
        form.add_error(None, refused.sentence)
    return None


@require_POST
@patient_page_at_clinic
def end(request: PatientRequest, helper_id: UUID) -> HttpResponse:
    helper = queries.get_for_patient(request.episode.patient, helper_id)
    actions.end(helper=helper, by=request.user)
    return _back(request)


@require_POST
@patient_page_at_clinic
def reading(request: PatientRequest, helper_id: UUID) -> HttpResponse:
    helper = queries.get_for_patient(request.episode.patient, helper_id)
    may_read = request.POST.get("may_read") == "yes"
    actions.let_read(helper=helper, may_read=may_read, by=request.user)
    return _back(request)


def _back(request: PatientRequest) -> HttpResponse:
    return redirect(reverse("helpers") + request.clinic_query)
