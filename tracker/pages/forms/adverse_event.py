"""The form of an adverse event; which questions it asks depends on the term."""

from collections.abc import Mapping
from typing import Any, Self
from uuid import uuid4

from django import forms

from backend.common.form_fields import TextField
from tracker.clinical.adverse_events.grading import Suggestion, suggest_grade
from tracker.clinical.adverse_events.questions import MEASURES, QUESTIONS
from tracker.clinical.adverse_events.reporting import REGIMES
from tracker.clinical.adverse_events.terms import TERMS, Term
from tracker.clinical.adverse_events.vocabulary import (
    FAMILIES,
    GRADES,
    OUTCOMES,
    RELATEDNESS,
    SERIOUSNESS,
)
from tracker.pages.forms.fields import choices
from tracker.pages.forms.reminders import DayInput

GRADING = "grading_"


def term_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """The terms under their families."""
    return [
        (family, [(t.code, t.label) for t in TERMS.values() if t.family == code])
        for code, family in FAMILIES.items()
    ]


def grade_choices(term: Term) -> list[tuple[int, str]]:
    """Each grade in the words of the term, else in the general ones."""
    return [
        (grade, f"{grade} · {_words(term, grade, general)}")
        for grade, general in GRADES.items()
    ]


def _words(term: Term, grade: int, general: str) -> str:
    own = term.criteria.get(grade)
    return f"{general.split(':')[0]}: {own}" if own else general


class NumberField(forms.FloatField):
    """A number with a decimal point or a decimal comma."""

    widget = forms.TextInput({"inputmode": "decimal", "class": "input-short"})

    def to_python(self, value: Any) -> Any:
        return super().to_python(str(value or "").replace(",", "."))


class AdverseEventForm(forms.Form):
    term = forms.ChoiceField(label="What happened", choices=term_choices)
    onset_on = forms.DateField(label="First day", widget=DayInput())
    aware_on = forms.DateField(
        label="The clinic knew on",
        widget=DayInput(),
        help_text="The clock of a report starts here. If it became serious later, "
        "the day the clinic knew that.",
    )
    narrative = TextField(
        label="In your words",
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text="What happened, what was done, tests and their results.",
    )
    grade = forms.TypedChoiceField(
        label="Grade",
        choices=[],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a grade."},
    )
    seriousness = forms.MultipleChoiceField(
        label="Serious because",
        choices=choices(SERIOUSNESS),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Nothing ticked means not serious.",
    )
    is_infection = forms.BooleanField(
        label="An infection is involved, or suspected", required=False
    )
    relatedness = forms.ChoiceField(
        label="Caused by the procedure or product", choices=choices(RELATEDNESS, "")
    )
    outcome = forms.ChoiceField(label="How it is now", choices=choices(OUTCOMES, ""))
    product = TextField(label="Product", max_length=120, required=False)
    lot = TextField(label="Lot", max_length=120, required=False)
    supplier = TextField(label="Supplier", max_length=120, required=False)
    regime = forms.ChoiceField(label="Reported by the rules of", choices=REGIMES)
    event_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    WHEN = ("onset_on", "aware_on")
    PRODUCT = ("product", "lot", "supplier", "regime")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chosen = TERMS.get(str(self["term"].value()), TERMS["other"])
        self.fields["grade"].choices = grade_choices(self.chosen)
        for name in self.chosen.graded_by:
            question = QUESTIONS[name]
            self.fields[GRADING + name] = forms.ChoiceField(
                label=question.label,
                required=False,
                choices=choices(
                    {c: w[:1].upper() + w[1:] for c, w in question.answers.items()},
                    "Not known",
                ),
            )
        for name in self.chosen.measured_by:
            measure = MEASURES[name]
            self.fields[GRADING + name] = NumberField(
                label=measure.label,
                required=False,
                min_value=measure.lowest,
                max_value=measure.highest,
            )

    @classmethod
    def as_typed(cls, data: Any, **options: Any) -> Self:
        """The form with what was typed, before anybody judges it."""
        return cls(initial={name: _typed(cls, data, name) for name in data}, **options)

    def question_fields(self) -> list[Any]:
        return [self[name] for name in self.fields if name.startswith(GRADING)]

    def when_fields(self) -> list[Any]:
        return [self[name] for name in self.WHEN]

    def product_fields(self) -> list[Any]:
        return [self[name] for name in self.PRODUCT]

    def suggestion(self) -> Suggestion | None:
        """The grade that the answers in the form mean."""
        answers = {
            field.name.removeprefix(GRADING): _number_or_code(field.value())
            for field in self.question_fields()
            if field.value() not in (None, "")
        }
        serious = frozenset(self["seriousness"].value() or ())
        readable = {
            name: answer
            for name, answer in answers.items()
            if name in QUESTIONS or isinstance(answer, float)
        }
        return suggest_grade(self.chosen, readable, serious)

    def values(self) -> dict[str, Any]:
        """The cleaned fields as the action takes them."""
        data = dict(self.cleaned_data)
        grading = {
            name.removeprefix(GRADING): data.pop(name)
            for name in list(data)
            if name.startswith(GRADING)
        }
        answered = {n: v for n, v in grading.items() if v not in (None, "")}
        return {**data, "grading": answered}

    def refuse(self, errors: list[dict[str, str]]) -> None:
        """Show what the action did not take beside its field."""
        for error in errors:
            name = error["field"] if error["field"] in self.fields else None
            self.add_error(name, error["message"])


class AmendForm(AdverseEventForm):
    """The same of a stored event: why, and whether it is news after a report."""

    reason = TextField(
        label="Why you change it",
        max_length=500,
        help_text="Kept with the version that it replaces.",
    )
    news_on = forms.DateField(
        label="New information came on",
        required=False,
        widget=DayInput({"class": "input-short"}),
        help_text="The event was reported. New information asks for a follow-up "
        "report; leave this empty if you only correct a slip. Another grade, outcome, "
        "reason to be serious or cause counts as new today.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    event_id = None

    def __init__(self, *args: Any, was_reported: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not was_reported:
            del self.fields["news_on"]


class ReportedForm(forms.Form):
    reported_on = forms.DateField(
        label="Sent on", widget=DayInput({"class": "input-short"})
    )
    reference = TextField(label="Reference", max_length=120, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


class NotReportedForm(forms.Form):
    because = TextField(
        label="Why it is not reported",
        max_length=500,
        error_messages={"required": "Say why it is not reported."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


def _typed(form: type[forms.Form], data: Any, name: str) -> Any:
    is_list = isinstance(form.base_fields.get(name), forms.MultipleChoiceField)
    return data.getlist(name) if is_list else data.get(name)


def _number_or_code(value: Any) -> float | str:
    try:
        return float(str(value).replace(",", "."))
    except ValueError:
        return str(value)


def initial_of(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Stored fields as the form shows them."""
    answers = fields.get("grading", {})
    return {**fields, **{GRADING + name: value for name, value in answers.items()}}
