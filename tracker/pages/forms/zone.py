"""What another clock is to a patient: a journey, a move, or nothing."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.pages.forms.fields import ZoneField

MEANINGS = (
    ("travel", _("I am travelling. Remind me at my hour there until I am back.")),
    ("kept", _("I am travelling. Keep the time of home.")),
    ("home", _("I moved there. This is my new home.")),
)


class ZoneForm(forms.Form):
    zone = ZoneField(label=_("The city whose clock is yours now"))
    kind = forms.ChoiceField(
        label=_("Are you travelling, or did you move?"),
        choices=MEANINGS,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one of the three."),
            "invalid_choice": _("Choose one of the three."),
        },
    )
