"""Accepting an invitation: consent, e-mail, time zone."""

from django import forms

from tracker.pages.forms.fields import zone_choices


class InvitationForm(forms.Form):
    email = forms.EmailField(
        label="Your e-mail address",
        help_text="We send sign-in codes here. No password is needed.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": "Write your e-mail address."},
    )
    zone = forms.ChoiceField(
        label="Your time zone",
        choices=zone_choices,
        help_text="Reminders follow this clock.",
    )
    locale = forms.CharField(widget=forms.HiddenInput, max_length=12)
    # Which text was on the page; the page writes it, never the person.
    agreed_to = forms.CharField(required=False, max_length=64)
    consent = forms.BooleanField(
        label="I have read this and I agree",
        error_messages={"required": "Tick this box if you agree. Without it we stop."},
    )
