"""How a questionnaire that was brought is counted and when, and who says it may be."""

import re
from typing import Any

from django import forms

from backend.common.form_fields import TextField
from tracker.clinical.proms.scoring import SCORINGS

LARGEST_FILE = 1024 * 1024


class UploadForm(forms.Form):
    file = forms.FileField(
        label="FHIR R4 Questionnaire",
        help_text="A JSON file of at most 1 MB.",
        error_messages={
            "required": "Choose a file first.",
            "empty": "The file is empty.",
        },
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError("The file is larger than 1 MB.")
        return file


class ConfirmForm(forms.Form):
    """The days stay text here: their reader says what is wrong with them."""

    scoring = forms.ChoiceField(
        label="How it is counted",
        choices=[(one.code, one.title) for one in SCORINGS.values()],
        initial="none",
    )
    days = forms.CharField(
        label="Days it is asked on",
        required=False,
        help_text="Counted from the procedure, such as 0, 42, 91, 182, 365.",
    )
    before = forms.CharField(
        label="Opens so many days before", required=False, initial="7"
    )
    after = forms.CharField(
        label="Closes so many days after", required=False, initial="7"
    )
    licence = TextField(
        label="The licence",
        max_length=500,
        help_text="Who allows it, and where that is written.",
    )
    is_licensed = forms.BooleanField(
        label="I have read the licence. This clinic may use this questionnaire.",
        required=False,
    )

    def schedule(self) -> dict[str, Any]:
        """The schedule as typed, for its one reader."""
        typed = self.cleaned_data
        days = [_whole(part) for part in re.split(r"[,;\s]+", typed["days"]) if part]
        return {
            "days": days,
            "before": _whole(typed["before"] or "0"),
            "after": _whole(typed["after"] or "0"),
        }

    def refuse(self, field: str, message: str) -> None:
        """Put a fault beside its field; a fault of the file above all of them."""
        self.add_error(field if field in self.fields else None, message)


def _whole(text: str) -> int | str:
    return int(text) if re.fullmatch(r"-?[0-9]{1,5}", text.strip()) else text
