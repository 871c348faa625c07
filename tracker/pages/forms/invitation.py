"""Accepting an invitation: consent, e-mail, time zone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.pages.forms.fields import ZoneField


class InvitationForm(forms.Form):
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("We send sign-in codes here. No password is needed."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Write your e-mail address.")},
    )
    zone = ZoneField(
        label=_("Your time zone"),
        help_text=_("Choose the city. Reminders follow this clock."),
    )
    # That of the page; it has buttons for another one.
    locale = forms.CharField(widget=forms.HiddenInput, max_length=12)
    # Which text was on the page; the page writes it, never the person.
    agreed_to = forms.CharField(required=False, max_length=64)
    consent = forms.BooleanField(
        label=_("I have read this and I agree"),
        error_messages={
            "required": _("Tick this box if you agree. Without it we stop.")
        },
    )
