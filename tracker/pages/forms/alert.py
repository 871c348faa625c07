"""What a clinician may do with an alert."""

from datetime import timedelta

from django import forms

from backend.common.form_fields import TextField
from tracker.clinical.alert_lifecycle import RESOLUTION_REASONS
from tracker.pages.forms.fields import choices

SNOOZES = {
    "2": "2 hours",
    "6": "6 hours",
    "24": "1 day",
    "48": "2 days",
    "71": "3 days",
}


class NoteForm(forms.Form):
    note = TextField(
        label="Note for the team",
        max_length=4000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Write the note first."},
    )


class _ReadForm(forms.Form):
    """A step that needs every report read; the page says how many it shows."""

    reports = forms.IntegerField(
        required=False,
        min_value=1,
        error_messages={
            "invalid": "Open the alert again.",
            "min_value": "Open the alert again.",
        },
    )


class SnoozeForm(_ReadForm):
    hours = forms.ChoiceField(label="Set aside for", choices=choices(SNOOZES))
    reason = TextField(
        label="Why it can wait",
        max_length=1000,
        error_messages={"required": "Say why this can wait."},
    )

    @property
    def length(self) -> timedelta:
        return timedelta(hours=int(self.cleaned_data["hours"]))


class ResolveForm(_ReadForm):
    resolution = forms.ChoiceField(
        label="How it ended",
        choices=choices(RESOLUTION_REASONS),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how this alert ended."},
    )
    advice_given = TextField(
        label="Message to the patient",
        max_length=2000,
        required=False,
        help_text="The patient reads this under Messages, with your name.",
        widget=forms.Textarea({"rows": 3}),
    )
