"""The languages patients read: their texts beside the English, and who signed them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from backend.accounts.roles import Permission
from backend.common.errors import Conflict, NotFound
from tracker.actions import language_sign_offs as actions
from tracker.clinical.wording.languages import TRANSLATED
from tracker.clinical.wording.sign_off import digest
from tracker.pages.decorators import clinic_page
from tracker.pages.presenters import languages as presenter
from tracker.pages.requests import StaffRequest
from tracker.queries import language_sign_offs, ruleset_approvals

UNCONFIRMED = "Tick the box to say that you have read every text and answer for it."


@require_safe
@clinic_page(Permission.RULES_APPROVE)
def languages(request: StaffRequest) -> HttpResponse:
    version = ruleset_approvals.in_force(request.clinic).ruleset.version
    signatures = language_sign_offs.newest(request.clinic, version)
    context = {
        "version": version,
        "languages": presenter.lines(version, signatures),
        "page": "rules",
        "part": "languages",
    }
    return render(request, "tracker/clinician/languages.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@clinic_page(Permission.RULES_APPROVE)
def language(request: StaffRequest, language: str) -> HttpResponse:
    if language not in TRANSLATED:
        raise NotFound
    version = ruleset_approvals.in_force(request.clinic).ruleset.version
    error, status = "", 200
    if request.method == "POST":
        error, status = _sign(request, version, language)
        if status == 302:
            return redirect("languages")
    signatures = language_sign_offs.newest(request.clinic, version)
    context = {
        "version": version,
        "language": presenter.line(language, version, signatures),
        "groups": presenter.groups(version, language),
        "digest": digest(version, language),
        "error": error,
        "page": "rules",
        "part": "languages",
    }
    return render(request, "tracker/clinician/language.html", context, status=status)


def _sign(request: StaffRequest, version: str, language: str) -> tuple[str, int]:
    """Store it and answer 302, or say what is wrong and answer 422 or 409."""
    if request.POST.get("confirm") != "yes":
        return UNCONFIRMED, 422
    try:
        actions.sign(
            clinic=request.clinic,
            version=version,
            language=language,
            digest=request.POST.get("digest", ""),
            by=request.user,
        )
    except Conflict as conflict:
        return conflict.sentence, 409
    messages.success(request, "Signed. Patients read this language alone from now on.")
    return "", 302
