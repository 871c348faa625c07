"""From a link to a signed-in patient: who asks, what is agreed to, how to reach you."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables

from backend.accounts import language
from backend.common import languages
from backend.common.errors import InvalidInput
from tracker.actions import invitations
from tracker.actions.invitations import Preview, SignInFirst
from tracker.pages.decorators import public_page
from tracker.pages.forms.invitation import InvitationForm
from tracker.pages.presenters import opening_hours
from tracker.queries import consent_texts


@sensitive_variables("token")
@never_cache
@public_page
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    preview = invitations.preview(token)
    # What the clinic wrote down, until the person asks for another language.
    with languages.speaking(language.chosen(request) or preview.patient.locale):
        return languages.labelled(_page(request, token, preview))


def _page(request: HttpRequest, token: str, preview: Preview) -> HttpResponse:
    patient = preview.patient
    form = InvitationForm(
        request.POST or None,
        initial={
            "email": patient.email,
            "zone": patient.zone,
            "locale": _locale(patient.locale),
        },
    )
    if request.method == "POST" and form.is_valid() and _accept(request, token, form):
        return redirect("today")
    context = {
        "form": form,
        "clinic": preview.clinic,
        "first_name": patient.name.split(" ")[0],
        "hours": opening_hours.sentence(preview.clinic.opening_hours),
        "consent": consent_texts.current(preview.clinic, get_language()),
    }
    return render(request, "tracker/patient/invitation.html", context)


def _locale(known: str) -> str:
    """With the region that the clinic knows, if it is of the language being read."""
    current = languages.current()
    return known if languages.of(known) == current else current


def _accept(request: HttpRequest, token: str, form: InvitationForm) -> bool:
    """Sign the person in, or put the reason why not on the form."""
    data = form.cleaned_data
    try:
        user = invitations.accept(
            token=token,
            email=data["email"],
            zone=data["zone"],
            locale=data["locale"],
            agreed_to=data["agreed_to"],
            signed_in=request.user if request.user.is_authenticated else None,  # type: ignore[arg-type]
        )
    except InvalidInput as invalid:
        for error in invalid.errors:
            form.add_error(error["field"], error["message"])
        return False
    except SignInFirst as refused:
        form.add_error("email", refused.sentence)
        return False
    login(request, user)
    return True
