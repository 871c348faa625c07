"""For whom a link is, and for how long; and the code that opens it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from backend.common.form_fields import TextField


class SharingForm(forms.Form):
    name = TextField(
        label=_("For whom?"),
        help_text=_("So that you know later. They do not see it."),
        required=False,
        max_length=80,
        error_messages={"max_length": _("Write a shorter name, at most 80 signs.")},
    )
    days = forms.TypedChoiceField(
        label=_("How long does the link work?"),
        choices=[(1, _("1 day")), (7, _("7 days")), (30, _("30 days"))],
        coerce=int,
        initial=7,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose for how long the link works: 1, 7 or 30 days."),
            "invalid_choice": _("Choose for how long the link works: 1, 7 or 30 days."),
        },
    )


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("The code of 6 digits"),
        help_text=_("The person who gave you the link tells it to you."),
        max_length=20,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}
        ),
        error_messages={
            "required": _("Type the code of 6 digits."),
            "max_length": _("Type the code of 6 digits."),
        },
    )
