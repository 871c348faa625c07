"""The shapes of an adverse event, in and out."""

from rest_framework import serializers

from backend.common.fields import Key, Text
from tracker.api.inputs import Input
from tracker.api.schema import Person
from tracker.clinical.adverse_events.reporting import REGIMES
from tracker.clinical.adverse_events.terms import TERMS
from tracker.clinical.adverse_events.vocabulary import (
    GRADES,
    OUTCOMES,
    RELATEDNESS,
    SERIOUSNESS,
)


def _code(name: str, codes: object, *, required: bool) -> serializers.ChoiceField:
    known = list(codes)  # type: ignore[call-overload]
    words = ", ".join(str(code) for code in known)
    return serializers.ChoiceField(
        known, required=required, help_text=f"{name} is one of: {words}."
    )


def _text(name: str, longest: int) -> Text:
    return Text(
        max_length=longest,
        required=False,
        allow_blank=True,
        help_text=f"{name} is text of at most {longest} characters.",
    )


def _day(name: str, *, required: bool = False) -> serializers.DateField:
    return serializers.DateField(
        required=required, help_text=f"{name} is a date such as 2026-11-21."
    )


class AdverseEventInput(Input):
    id = Key(required=False, help_text="A new UUID: sent again, it is recorded once.")
    episode = Key(required=False, help_text="The episode, where there is no alert.")
    alert = Key(required=False, help_text="The alert that it is recorded from.")
    term = _code("The term", TERMS, required=True)
    narrative = _text("What happened", 4000)
    onset_on = _day("The first day of the event", required=True)
    aware_on = _day("The day the clinic knew")
    grading = serializers.DictField(
        required=False,
        help_text="Grading is an object of answers by question.",
    )
    grade = _code("The grade", GRADES, required=True)
    seriousness = serializers.ListField(
        child=_code("The criterion", SERIOUSNESS, required=True),
        required=False,
        max_length=len(SERIOUSNESS),
        help_text=f"Seriousness is a list out of: {', '.join(SERIOUSNESS)}.",
    )
    relatedness = _code("The relation", RELATEDNESS, required=True)
    outcome = _code("The outcome", OUTCOMES, required=True)
    is_infection = serializers.BooleanField(
        required=False, help_text="Infection is true or false."
    )
    product = _text("The product", 120)
    lot = _text("The lot", 120)
    supplier = _text("The supplier", 120)
    regime = _code("The rules of reporting", REGIMES, required=False)


class AdverseEventChanges(AdverseEventInput):
    """Fields with a reason, or a report, or the decision not to report."""

    id = episode = alert = None
    version = serializers.IntegerField(
        min_value=1, help_text="The version that this changes, as it was read."
    )
    reason = _text("The reason", 500)
    news_on = _day("The day of new information after a report")
    reported_on = _day("The day of the report")
    report_reference = _text("The reference", 120)
    not_reported_because = _text("Why it is not reported", 500)


class ObligationOutput(serializers.Serializer):
    needed = serializers.BooleanField()
    why = serializers.CharField()
    due_on = serializers.DateField(allow_null=True)
    form = serializers.CharField()


class AdverseEventOutput(serializers.Serializer):
    id = serializers.UUIDField()
    version = serializers.IntegerField()
    episode = serializers.UUIDField()
    patient = Person()
    alert = serializers.UUIDField(allow_null=True)
    term = serializers.CharField()
    family = serializers.CharField()
    narrative = serializers.CharField()
    onset_on = serializers.DateField()
    day = serializers.IntegerField(help_text="Counted from the procedure before it.")
    aware_on = serializers.DateField()
    grading = serializers.DictField()
    grade = serializers.IntegerField()
    grade_suggested = serializers.IntegerField(allow_null=True)
    seriousness = serializers.ListField(child=serializers.CharField())
    relatedness = serializers.CharField()
    outcome = serializers.CharField()
    is_infection = serializers.BooleanField()
    product = serializers.CharField()
    lot = serializers.CharField()
    supplier = serializers.CharField()
    regime = serializers.CharField()
    reporting = ObligationOutput()
    reported_on = serializers.DateField(allow_null=True)
    news_on = serializers.DateField(allow_null=True)
    report_reference = serializers.CharField()
    not_reported_because = serializers.CharField()
    recorded_by = Person()
    recorded_at = serializers.DateTimeField()


class EarlierVersionOutput(serializers.Serializer):
    version = serializers.IntegerField()
    replaced_at = serializers.DateTimeField()
    replaced_by = Person()
    reason = serializers.CharField()
    fields_before = serializers.DictField()


class AdverseEventDetailOutput(AdverseEventOutput):
    earlier_versions = EarlierVersionOutput(many=True, help_text="Newest first.")
    clusters = serializers.ListField(
        child=serializers.CharField(), help_text="What it may belong to, in words."
    )
