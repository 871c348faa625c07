"""The cards that patients of the clinic read: the list, and a day as they see it."""

from django.http import HttpResponse
from django.shortcuts import render

from backend.accounts.roles import Permission
from tracker.actions import protocols as protocol_actions
from tracker.clinical.protocol import Protocol
from tracker.clinical.wording.languages import ENGLISH
from tracker.pages.decorators import clinic_page
from tracker.pages.forms.education import PreviewForm
from tracker.pages.presenters import education as presenter
from tracker.pages.requests import StaffRequest
from tracker.queries import education


@clinic_page(Permission.PROTOCOL_EDIT)
def cards(request: StaffRequest) -> HttpResponse:
    """Every card by topic, with its days, its source and who changed it."""
    context = {
        "topics": presenter.by_topic(education.newest_of(request.clinic.pk)),
        "form": PreviewForm(initial={"day": 0, "language": ENGLISH}),
        "page": "education",
    }
    return render(request, "tracker/clinician/education.html", context)


@clinic_page(Permission.PROTOCOL_EDIT)
def day(request: StaffRequest) -> HttpResponse:
    """A day as a patient on the current plan reads it."""
    form = PreviewForm(request.GET or {"day": "0", "language": ENGLISH})
    context = {"form": form, "page": "education"}
    if form.is_valid():
        plan = Protocol.from_json(protocol_actions.ensure_default(request.clinic).plan)
        context["education"] = education.on_day(
            request.clinic,
            plan,
            form.cleaned_data["day"],
            form.cleaned_data["language"],
        )
    status = 200 if form.is_valid() else 422
    return render(
        request, "tracker/clinician/education_day.html", context, status=status
    )
