"""My links to the visit summary: make one, see who read it, end it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backend.common.errors import Conflict, InvalidInput
from tracker.actions import summary_links
from tracker.pages.decorators import patient_page_at_clinic_after_care
from tracker.pages.forms.sharing import SharingForm
from tracker.pages.requests import PatientRequest
from tracker.queries import episodes
from tracker.queries import summary_links as stored


@patient_page_at_clinic_after_care
def sharing(request: PatientRequest) -> HttpResponse:
    """The answer to a new link shows it; it is not kept and cannot be shown again."""
    form = SharingForm(request.POST or None)
    made = None
    if request.method == "POST" and form.is_valid():
        made = _make(request, form)
    context = {
        "form": form,
        "made": made,
        "links": stored.of_episode(request.episode),
        "clinic": request.episode.clinic,
        "clinics": episodes.clinics_of(request.user),
        "has_withdrawn": request.episode.patient.consent_withdrawn_at is not None,
        "page": "progress",
    }
    is_refused = request.method == "POST" and made is None
    return render(
        request,
        "tracker/patient/sharing.html",
        context,
        status=422 if is_refused else 200,
    )


@require_POST
@patient_page_at_clinic_after_care
def end(request: PatientRequest, link_id: UUID) -> HttpResponse:
    link = stored.get_for_episode(request.episode, link_id)
    summary_links.revoke(link=link, by=request.user)
    messages.success(request, _("The link does not work any more."))
    return redirect(reverse("sharing") + request.clinic_query)


def _make(request: PatientRequest, form: SharingForm) -> summary_links.MadeLink | None:
    """The new link, or None with the reason on the form."""
    try:
        return summary_links.make(
            episode=request.episode,
            days=form.cleaned_data["days"],
            name=form.cleaned_data["name"],
            by=request.user,
        )
    except InvalidInput as invalid:
        for error in invalid.errors:
            form.add_error(error["field"], error["message"])
    except Conflict as refused:
        form.add_error(None, refused.sentence)
    return None
