"""From when everybody at the clinic needs a second step at sign-in."""

from django import forms

from tracker.pages.forms.reminders import DayInput


class SecondFactorForm(forms.Form):
    second_factor_from = forms.DateField(
        label="Needed from",
        help_text="Leave it empty to ask nobody. Until that day each page of those "
        "who have none yet reminds them; from then on they see no patient without it.",
        required=False,
        widget=DayInput(),
    )
