"""From a link to a helper, who signs in by a code sent to the address named.

Nothing is stored before the code is typed: the patient, who has the link, too, can
neither come in as the helper nor agree for them.
"""

from typing import TYPE_CHECKING

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables

from backend.accounts import address_code
from backend.common.errors import InvalidInput
from tracker.actions import helpers
from tracker.actions.coming_in import AddressUnproved, SignInFirst, SomebodyElse
from tracker.pages.decorators import public_page
from tracker.pages.forms.helper import AGREEMENT_VERSION, HelperInvitationForm

if TYPE_CHECKING:
    from tracker.models import Helper


@sensitive_variables("token")
@never_cache
@public_page
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    helper = helpers.preview(token)
    proof, asking = address_code.step(request, helper.pk)
    if asking is not None:
        return asking
    form = HelperInvitationForm(
        proof.typed if proof else request.POST or None,
        initial={"zone": helper.patient.zone, "locale": helper.patient.locale},
    )
    proved = proof.email if proof else ""
    came = _come_in(request, token, helper, form, proved) if form.is_valid() else None
    if came is not None:
        return came
    context = {
        "form": form,
        "helper": helper,
        "clinic": helper.clinic,
        "agreement_version": AGREEMENT_VERSION,
    }
    return render(request, "tracker/helper/invitation.html", context)


def _come_in(
    request: HttpRequest,
    token: str,
    helper: "Helper",
    form: HelperInvitationForm,
    proved: str,
) -> HttpResponse | None:
    """Signed in, or asked for a code; None with the reason why not on the form."""
    data = form.cleaned_data
    try:
        user = helpers.accept(
            token=token,
            zone=data["zone"],
            locale=data["locale"],
            agreed_to=AGREEMENT_VERSION,
            signed_in=request.user if request.user.is_authenticated else None,  # type: ignore[arg-type]
            proved=proved,
        )
    except AddressUnproved:
        return address_code.begin(request, helper.pk, email=helper.email, form=form)
    except InvalidInput as invalid:
        for error in invalid.errors:
            form.add_error(error["field"], error["message"])
        return None
    except (SignInFirst, SomebodyElse) as refused:
        form.add_error(None, refused.sentence)
        return None
    if request.user != user:
        login(request, user)
    return redirect("helping")
