"""Changes of the duty roster: a shift, a cover, the days the clinic is closed."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from backend.accounts.roster import BACKUP, FIRST
from tracker.pages.forms.reminders import ClockInput, DayInput

DAY_NAMES = dict(
    enumerate(
        (
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        )
    )
)
RANKS = {FIRST: "Called first", BACKUP: "Backs up"}
NOBODY = "Nobody"


class _OfClinic(forms.Form):
    """A form whose people are those who may own an alert at the clinic."""

    PEOPLE: tuple[str, ...] = ()

    def __init__(self, *args: Any, handlers: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(str(m.pk), m.user.get_full_name()) for m in handlers]
        for name in self.PEOPLE:
            field: Any = self.fields[name]
            field.choices = people if field.required else [("", NOBODY), *people]


class ShiftForm(_OfClinic):
    PEOPLE = ("member",)

    member = forms.ChoiceField(label="Who")
    weekdays = forms.TypedMultipleChoiceField(
        label="Days",
        coerce=int,
        choices=list(DAY_NAMES.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    starts = forms.TimeField(label="From", widget=ClockInput())
    ends = forms.TimeField(
        label="Until", widget=ClockInput(), help_text="Earlier than “from”: next day."
    )
    rank = forms.TypedChoiceField(label="As", coerce=int, choices=list(RANKS.items()))


class CoverForm(_OfClinic):
    PEOPLE = ("away", "instead")

    away = forms.ChoiceField(label="Who is away")
    instead = forms.ChoiceField(label="Who stands in", required=False)
    first_date = forms.DateField(label="First day", widget=DayInput())
    last_date = forms.DateField(label="Last day", widget=DayInput())


class ClosedDaysForm(forms.Form):
    days = forms.CharField(
        label="Closed on",
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text="One date a line, such as 2026-12-25.",
    )
    rests = forms.BooleanField(
        label="Send patients no reminders on these days",
        required=False,
        help_text="Calls about alerts always go out, and patients can still check in.",
    )

    def clean_days(self) -> list[date]:
        days = []
        for line in self.cleaned_data["days"].split():
            try:
                days.append(date.fromisoformat(line.strip(",;")))
            except ValueError:
                raise forms.ValidationError(
                    f"“{line[:20]}” is not a date such as 2026-12-25."
                ) from None
        return days
