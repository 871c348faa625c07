"""The shapes of an alert, in and out."""

from rest_framework import serializers

from backend.common.fields import Text
from tracker.api.check_in_schema import AdviceOutput
from tracker.api.inputs import Input
from tracker.api.schema import Person
from tracker.clinical.alert_lifecycle import RESOLUTION_REASONS


class NoteInput(Input):
    note = Text(max_length=4000, help_text="The note is text of 1 to 4000 characters.")


class _ReadInput(Input):
    reports = serializers.IntegerField(
        required=False,
        min_value=1,
        help_text=(
            "How many reports of the alert were read, a whole number from 1; with"
            " fewer than there are, an open alert answers 409."
        ),
    )


class SnoozeInput(_ReadInput):
    until = serializers.DateTimeField(
        help_text="Until when: a date and time within the next three days."
    )
    reason = Text(
        max_length=4000, help_text="Why this can wait, in 1 to 4000 characters."
    )


class ResolveInput(_ReadInput):
    resolution = serializers.ChoiceField(
        sorted(RESOLUTION_REASONS),
        help_text=f"How it ended is one of: {', '.join(sorted(RESOLUTION_REASONS))}.",
    )
    advice_given = Text(
        max_length=2000,
        required=False,
        allow_blank=True,
        help_text="The words for the patient have at most 2000 characters.",
    )


class ReasonOutput(serializers.Serializer):
    answer = serializers.CharField()
    value = serializers.CharField()
    comparison = serializers.CharField()


class AlertStepOutput(serializers.Serializer):
    kind = serializers.CharField()
    at = serializers.DateTimeField()
    by = Person(allow_null=True, help_text="Empty for the system's own steps.")
    level = serializers.CharField(allow_null=True)
    note = serializers.CharField()
    check_in = serializers.UUIDField(allow_null=True)


class AlertOutput(serializers.Serializer):
    id = serializers.UUIDField()
    episode = serializers.UUIDField()
    patient = Person()
    rule = serializers.CharField()
    ruleset = serializers.CharField()
    level = serializers.CharField()
    status = serializers.CharField(help_text="open, acknowledged or resolved.")
    headline = serializers.CharField()
    reasons = ReasonOutput(many=True)
    day = serializers.IntegerField(help_text="The day of the newest report.")
    reports = serializers.IntegerField()
    opened_at = serializers.DateTimeField()
    last_report_at = serializers.DateTimeField()
    waiting_since = serializers.DateTimeField()
    snoozed_until = serializers.DateTimeField(allow_null=True)
    owner = Person(allow_null=True)
    acknowledged_at = serializers.DateTimeField(allow_null=True)
    resolved_by = Person(allow_null=True)
    resolved_at = serializers.DateTimeField(allow_null=True)
    resolution = serializers.CharField()
    advice_given = serializers.CharField()


class EvaluationOutput(serializers.Serializer):
    cause = serializers.CharField(help_text="no_entry, late_entry or questionnaire.")
    local_date = serializers.DateField(help_text="The day that was judged.")
    days_silent = serializers.IntegerField(allow_null=True)
    late_check_in = serializers.UUIDField(
        allow_null=True, help_text="The entry about an earlier day."
    )


class ShownOutput(serializers.Serializer):
    language = serializers.CharField()
    language_name = serializers.CharField()
    title = serializers.CharField()
    text = serializers.CharField()


class AlertDetailOutput(AlertOutput):
    check_in = serializers.UUIDField(
        allow_null=True, help_text="The newest report, if it is about a check-in."
    )
    evaluation = EvaluationOutput(
        allow_null=True, help_text="What was judged where there was no new check-in."
    )
    check = serializers.CharField(help_text="What to check first.")
    would_clear = serializers.CharField()
    patient_advice = AdviceOutput(
        many=True, help_text="What the patient was told, in English."
    )
    shown_to_patient = ShownOutput(
        allow_null=True, help_text="The same as the patient read it, if not in English."
    )
    steps = AlertStepOutput(many=True, help_text="Oldest first.")
