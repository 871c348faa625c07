"""From a link to a helper, who signs in by a code sent to the address named."""

from typing import TYPE_CHECKING

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables

from backend.audit import recorder
from backend.common.errors import InvalidInput
from tracker.actions import helpers
from tracker.actions.helpers import SomebodyElse
from tracker.pages.decorators import public_page
from tracker.pages.forms.helper import AGREEMENT_VERSION, HelperInvitationForm

if TYPE_CHECKING:
    from backend.accounts.models import User


@sensitive_variables("token")
@never_cache
@public_page
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    helper = helpers.preview(token)
    form = HelperInvitationForm(
        request.POST or None,
        initial={"zone": helper.patient.zone, "locale": helper.patient.locale},
    )
    user = _accept(request, token, form) if form.is_valid() else None
    if user is not None:
        return _come_in(request, user)
    context = {
        "form": form,
        "helper": helper,
        "clinic": helper.clinic,
        "agreement_version": AGREEMENT_VERSION,
    }
    return render(request, "tracker/helper/invitation.html", context)


def _accept(
    request: HttpRequest, token: str, form: HelperInvitationForm
) -> "User | None":
    """Who came, or None with the reason on the form."""
    data = form.cleaned_data
    try:
        user = helpers.accept(
            token=token,
            zone=data["zone"],
            locale=data["locale"],
            signed_in=request.user if request.user.is_authenticated else None,  # type: ignore[arg-type]
        )
    except InvalidInput as invalid:
        for error in invalid.errors:
            form.add_error(error["field"], error["message"])
        return None
    except SomebodyElse as refused:
        form.add_error(None, refused.sentence)
        return None
    recorder.record("agreement.given", by=user, text_version=AGREEMENT_VERSION)
    return user


def _come_in(request: HttpRequest, user: "User") -> HttpResponse:
    """The patient has the link, too: only the code shows whose address it is."""
    if request.user == user:
        return redirect("helping")
    LoginCodeVerificationProcess.initiate(request=request, user=user, email=user.email)
    return redirect("account_confirm_login_code")
