"""My visit summary: to read, to print, to save, and what I want to ask."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from backend.audit import recorder
from backend.common import clock, languages
from backend.common.errors import InvalidInput
from tracker.actions import visit_questions
from tracker.pages import papers
from tracker.pages.decorators import patient_page_at_clinic_after_care
from tracker.pages.requests import PatientRequest
from tracker.queries import episodes, visit_summary


@patient_page_at_clinic_after_care
def summary(request: PatientRequest) -> HttpResponse:
    """Without mood and sexual function: a paper is seen by others as well."""
    episode = request.episode
    text, problem = visit_summary.questions_of(episode), ""
    if request.method == "POST":
        text = request.POST.get("text", "")
        try:
            visit_questions.write(episode=episode, text=text, by=request.user)
        except InvalidInput as invalid:
            problem = invalid.errors[0]["message"]
        else:
            messages.success(request, _("Your questions are on the page."))
            return redirect(reverse("summary") + request.clinic_query)
    context = {
        "paper": papers.as_html(
            episode, with_private=False, language=languages.current()
        ),
        "text": text,
        "longest": visit_questions.LONGEST,
        "problem": problem,
        "clinic": episode.clinic,
        "clinics": episodes.clinics_of(request.user),
        "page": "progress",
    }
    return render(
        request, "tracker/patient/summary.html", context, status=422 if problem else 200
    )


@require_safe
@patient_page_at_clinic_after_care
def summary_pdf(request: PatientRequest) -> HttpResponse:
    episode = request.episode
    content = papers.as_pdf(episode, with_private=False, language=languages.current())
    recorder.record("summary.saved", by=request.user, target=episode.patient)
    today = clock.local_today(episode.patient.zone)
    return papers.as_file(content, f"summary-{today}.pdf")
