"""When and how a patient wishes to be reminded."""

from typing import Any

from django import forms

from reminders.scheduling.channel_choice import EMAIL, PUSH, SMS
from tracker.pages.forms.fields import zone_choices

WAYS = [(PUSH, "A notification on this phone"), (EMAIL, "An e-mail")]
TEXT = (SMS, "A text message")


class ClockInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M", attrs={"class": "input-short"})


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(format="%Y-%m-%d", attrs=attrs)


class RemindersForm(forms.Form):
    wall_time = forms.TimeField(
        label="Remind me at", help_text="Monday to Friday", widget=ClockInput()
    )
    weekend_time = forms.TimeField(
        label="At weekends",
        help_text="Saturday and Sunday",
        required=False,
        widget=ClockInput(),
    )
    channels = forms.MultipleChoiceField(
        label="How",
        choices=WAYS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="If a notification cannot reach you, an e-mail goes out instead.",
    )
    phone = forms.CharField(
        label="Mobile number",
        required=False,
        max_length=40,
        help_text="With + and the country code.",
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
    )
    repeats_unseen = forms.BooleanField(
        label="If I do not look within half an hour, try another way", required=False
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

    def __init__(self, *args: Any, has_text_messages: bool = False, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if has_text_messages:
            self.fields["channels"].choices = [*WAYS, TEXT]  # type: ignore[attr-defined]
        else:
            del self.fields["phone"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if bool(data.get("pause_from")) != bool(data.get("pause_to")):
            missing = "pause_to" if data.get("pause_from") else "pause_from"
            self.add_error(missing, "A pause needs its first and its last day.")
        return data
