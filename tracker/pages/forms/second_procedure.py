"""A second procedure: what was done, and how the plan goes on."""

from typing import Any

from django import forms

from tracker.pages.forms.episode import EnrolForm

NEW, AGAIN = "new", "again"
COURSES = [
    (AGAIN, "Count this course of care again from the new day"),
    (NEW, "Close this course of care and open a new one"),
]
KEEP, CURRENT = "keep", "current"


class SecondProcedureForm(EnrolForm):
    """The procedure and the health facts of an enrolment, without the person."""

    name = date_of_birth = sex = email = phone = zone = is_another = None

    course = forms.ChoiceField(
        label="How it goes on", choices=COURSES, widget=forms.RadioSelect
    )
    plan = forms.ChoiceField(
        label="Recovery plan, if this course is counted again",
        choices=[],
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(
        self, *args: Any, plan: int, current: int, active: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields[
            "baseline_pain"
        ].help_text = "Empty: the week before the procedure, else the pain at intake."
        if not active:
            self.fields["course"].choices = COURSES[1:]
        if active and plan != current:
            self.fields["plan"].choices = [
                (KEEP, f"Stay on version {plan}"),
                (CURRENT, f"Take version {current}, the newest"),
            ]
        else:
            del self.fields["plan"]

    def plan_field(self) -> Any:
        return self["plan"] if "plan" in self.fields else None

    def profile(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {name: data[name] for name in ("profile_facts", "known_symptoms")} | {
            "allergies": data["allergies"]
        }
