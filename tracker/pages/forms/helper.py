"""Asking somebody to help, accepting it, and the check-in that a helper enters."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from backend.common.form_fields import TextField
from tracker.clinical.helper_view import PRIVATE_SYMPTOMS
from tracker.pages.forms.check_in import CheckInForm, SymptomField
from tracker.pages.forms.fields import ZoneField

# Changes with every word of the agreement in the template.
AGREEMENT_VERSION = "2026-11"
MAY = (
    ("write", _("Enter check-ins for me")),
    ("read", _("Enter check-ins, and see my progress and messages")),
)


class HelperForm(forms.Form):
    """Whom the patient asks, and what they may do."""

    name = TextField(
        label=_("Their name"),
        max_length=100,
        error_messages={"required": _("Write their name.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    relation = TextField(
        label=_("Who they are to you"),
        help_text=_("For example: daughter, husband, friend, nurse."),
        max_length=40,
        error_messages={"required": _("Write who they are to you.")},
    )
    email = forms.EmailField(
        label=_("Their e-mail address"),
        help_text=_("They sign in with it. It must be another one than yours."),
        error_messages={"required": _("Write their e-mail address.")},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    may = forms.ChoiceField(
        label=_("What may they do?"),
        choices=MAY,
        initial="write",
        widget=forms.RadioSelect,
    )


class HelperInvitationForm(forms.Form):
    """What the invited person says yes to."""

    zone = ZoneField(label=_("Your time zone"))
    locale = forms.CharField(widget=forms.HiddenInput, max_length=12)
    agreed = forms.BooleanField(
        label=_("I have read this and I agree"),
        error_messages={
            "required": _("Tick this box if you agree. Without it we stop.")
        },
    )


class HelperCheckInForm(CheckInForm):
    """The same questions without those that only the patient should be asked."""

    @property
    def groups(self) -> list[tuple[str, list[SymptomField]]]:
        left = [(title, _not_private(fields)) for title, fields in super().groups]
        return [(title, fields) for title, fields in left if fields]

    @property
    def also(self) -> list[SymptomField]:
        return _not_private(super().also)


def _not_private(fields: Any) -> list[SymptomField]:
    return [f for f in fields if f.symptom.code not in PRIVATE_SYMPTOMS]
