"""When and how a patient wishes to be reminded."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from reminders.scheduling.channel_choice import EMAIL, PUSH, SMS

WAYS = [(PUSH, _("A notification on this phone")), (EMAIL, _("An e-mail"))]
TEXT = (SMS, _("A text message"))


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
        label=_("Remind me at"), help_text=_("Monday to Friday"), widget=ClockInput()
    )
    weekend_time = forms.TimeField(
        label=_("At weekends"),
        help_text=_("Saturday and Sunday"),
        required=False,
        widget=ClockInput(),
    )
    channels = forms.MultipleChoiceField(
        label=_("How"),
        choices=WAYS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("If a notification cannot reach you, an e-mail goes out instead."),
    )
    phone = forms.CharField(
        label=_("Mobile number"),
        required=False,
        max_length=40,
        help_text=_("With + and the country code."),
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
    )
    repeats_unseen = forms.BooleanField(
        label=_("If I do not look within half an hour, try another way"), required=False
    )
    quiet_from = forms.TimeField(label=_("Quiet from"), widget=ClockInput())
    quiet_to = forms.TimeField(label=_("Quiet until"), widget=ClockInput())
    pause_from = forms.DateField(
        label=_("Pause from"), required=False, widget=DayInput({"class": "input-short"})
    )
    pause_to = forms.DateField(
        label=_("Pause until"),
        required=False,
        widget=DayInput({"class": "input-short"}),
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
            self.add_error(missing, _("A pause needs its first and its last day."))
        return data
