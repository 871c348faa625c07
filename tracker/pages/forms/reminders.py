"""When and how a patient wishes to be reminded."""

from typing import Any

from django import forms

from reminders.scheduling.channel_choice import EMAIL, PUSH
from tracker.pages.forms.fields import zone_choices

WAYS = [(PUSH, "A notification on this phone"), (EMAIL, "An e-mail")]


class ClockInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M", attrs={"class": "input-short"})


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(format="%Y-%m-%d", attrs=attrs)


class RemindersForm(forms.Form):
    wall_time = forms.TimeField(label="Remind me at", widget=ClockInput())
    channels = forms.MultipleChoiceField(
        label="How",
        choices=WAYS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="If a notification cannot reach you, an e-mail goes out instead.",
    )
    quiet_from = forms.TimeField(label="Quiet from", widget=ClockInput())
    quiet_to = forms.TimeField(label="Quiet until", widget=ClockInput())
    zone = forms.ChoiceField(label="Your time zone", choices=zone_choices)
    pause_from = forms.DateField(
        label="Pause from", required=False, widget=DayInput({"class": "input-short"})
    )
    pause_to = forms.DateField(
        label="Pause until", required=False, widget=DayInput({"class": "input-short"})
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if bool(data.get("pause_from")) != bool(data.get("pause_to")):
            missing = "pause_to" if data.get("pause_from") else "pause_from"
            self.add_error(missing, "A pause needs its first and its last day.")
        return data
