"""The language a person reads: of pages, e-mails and what a phone keeps."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from backend.common import languages
from tracker.actions import own_profile
from tracker.pages.decorators import public_page


@require_POST
@login_required
@public_page
def language(request: HttpRequest) -> HttpResponse:
    """Change it; a region such as that of de-AT stays where the language does."""
    code = languages.shipped(request.POST.get("language", ""))
    if code and code != languages.of(request.user.locale):
        own_profile.change(user=request.user, locale=code)
    return redirect("home" if request.POST.get("next") != "reminders" else "reminders")


language.permission = "own record"
