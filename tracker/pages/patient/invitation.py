"""From a link to a signed-in patient: who asks, what is agreed to, how to reach you.

An address that the clinic did not write down is proved by a code before anything is
stored; until then the link stays good, so a mistyped address locks nobody out.
"""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables

from backend.accounts import address_code, language
from backend.accounts.address_proof import typed_before
from backend.common import languages
from backend.common.errors import Conflict, InvalidInput
from tracker.actions import invitations
from tracker.actions.coming_in import AddressUnproved
from tracker.actions.invitations import Preview
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
    proof, asking = address_code.step(request, patient.pk, clinic=preview.clinic)
    if asking is not None:
        return asking
    form = InvitationForm(
        proof.typed if proof else request.POST or None,
        initial={
            "email": patient.email,
            "zone": patient.zone,
            **typed_before(request, patient.pk),
            "locale": _locale(patient.locale),
            "consent": False,
        },
    )
    proved = proof.email if proof else ""
    came = _come_in(request, token, preview, form, proved) if form.is_valid() else None
    if came is not None:
        return came
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


def _come_in(
    request: HttpRequest,
    token: str,
    preview: Preview,
    form: InvitationForm,
    proved: str,
) -> HttpResponse | None:
    """Signed in, or asked for a code; None with the reason why not on the form."""
    data = form.cleaned_data
    try:
        user = invitations.accept(
            token=token,
            email=data["email"],
            zone=data["zone"],
            locale=data["locale"],
            agreed_to=data["agreed_to"],
            signed_in=request.user if request.user.is_authenticated else None,  # type: ignore[arg-type]
            proved=proved,
        )
    except AddressUnproved:
        return address_code.begin(
            request, preview.patient.pk, email=data["email"], form=form
        )
    except InvalidInput as invalid:
        for error in invalid.errors:
            form.add_error(error["field"], error["message"])
        return None
    except Conflict as refused:
        form.add_error("email", refused.sentence)
        return None
    login(request, user)
    return redirect("today")
