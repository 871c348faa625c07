"""The page that asks for the code sent to an address, on the way to an account."""

from typing import Any
from uuid import UUID

from allauth.account.forms import ConfirmLoginCodeForm
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from backend.accounts.address_proof import AddressProof, CodeNotSent

BUTTONS = {"code", "again", "other"}


def begin(
    request: HttpRequest, subject: UUID, *, email: str, form: forms.Form
) -> HttpResponse | None:
    """Send the code and lead to its page; None with the reason why not on the form."""
    typed = {name: str(form.data.get(name, "")) for name in form.fields}
    try:
        AddressProof.begin(request, subject=subject, email=email.lower(), typed=typed)
    except CodeNotSent as refused:
        form.add_error(None, refused.sentence)
        return None
    return redirect(request.get_full_path())


def step(
    request: HttpRequest, subject: UUID, **context: Any
) -> tuple[AddressProof | None, HttpResponse | None]:
    """The proof once its code was typed, or the page to show first; else neither.

    The page is shown at the address of the form that it belongs to.
    """
    pressed = BUTTONS & set(request.POST)
    # The form itself was sent again, from another tab or with another address.
    if request.method == "POST" and not pressed:
        return None, None
    proof = AddressProof.waiting(request, subject)
    if proof is None:
        return None, _begin_again(request) if pressed else None
    if "other" in pressed:
        proof.abort()
        return None, redirect(request.get_full_path())
    if "again" in pressed:
        return None, _send_again(request, proof)
    form = ConfirmLoginCodeForm(request.POST or None, code=proof.code)
    if form.is_valid():
        proof.finish()
        return proof, None
    if form.is_bound and not proof.record_invalid_attempt():
        return None, _begin_again(request)
    return None, _page(request, proof, context, form)


def _begin_again(request: HttpRequest) -> HttpResponse:
    messages.info(
        request, _("This code does not work any more. Ask for a new one with Start.")
    )
    return redirect(request.get_full_path())


def _send_again(request: HttpRequest, proof: AddressProof) -> HttpResponse:
    try:
        proof.send()
    except CodeNotSent as refused:
        messages.info(request, refused.sentence)
    return redirect(request.get_full_path())


def _page(
    request: HttpRequest,
    proof: AddressProof,
    context: dict[str, Any],
    form: forms.Form,
) -> HttpResponse:
    context = {**context, "form": form, "email": proof.email}
    return render(request, "accounts/address_code.html", context)
