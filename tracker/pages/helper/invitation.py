"""From a link to a signed-in helper."""

from django.contrib.auth import login
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


@sensitive_variables("token")
@never_cache
@public_page
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    helper = helpers.preview(token)
    form = HelperInvitationForm(
        request.POST or None,
        initial={"zone": helper.patient.zone, "locale": helper.patient.locale},
    )
    if request.method == "POST" and form.is_valid() and _accept(request, token, form):
        return redirect("helping")
    context = {
        "form": form,
        "helper": helper,
        "clinic": helper.clinic,
        "agreement_version": AGREEMENT_VERSION,
    }
    return render(request, "tracker/helper/invitation.html", context)


def _accept(request: HttpRequest, token: str, form: HelperInvitationForm) -> bool:
    """Sign the person in, or put the reason why not on the form."""
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
        return False
    except SomebodyElse as refused:
        form.add_error(None, refused.sentence)
        return False
    recorder.record("agreement.given", by=user, text_version=AGREEMENT_VERSION)
    login(request, user)
    return True
