"""The shapes of a course of care, in and out."""

from typing import Any

from rest_framework import serializers

from backend.common.fields import Key, Text
from tracker.api.inputs import Input
from tracker.api.schema import Person
from tracker.clinical.procedure import CELL_SOURCES, GUIDANCE, REGIONS, ROUTES
from tracker.clinical.profile import PROFILE_FACTS
from tracker.clinical.symptoms import SYMPTOMS


class CodeList(serializers.ListField):
    """Codes out of a table, each once."""

    child = Text()

    def __init__(self, name: str, codes: frozenset[str]) -> None:
        super().__init__(
            required=False,
            max_length=100,
            help_text=f"{name} is a list of codes that we know.",
        )
        self.codes = codes

    def run_child_validation(self, data: Any) -> Any:
        codes = super().run_child_validation(data)
        if any(code not in self.codes for code in codes):
            raise serializers.ValidationError(self.help_text, code="unknown_code")
        return list(dict.fromkeys(codes))


class ProcedureInput(Input):
    performed_on = serializers.DateField(
        help_text="The day of the procedure is a date such as 2026-11-21; it is day 0."
    )
    region = serializers.ChoiceField(
        sorted(REGIONS),
        required=False,
        help_text=f"The region is one of: {', '.join(REGIONS)}.",
    )
    routes = CodeList("Routes", frozenset(ROUTES))
    levels = serializers.ListField(
        child=Text(max_length=20),
        required=False,
        max_length=100,
        help_text="Levels is a list of texts such as L4/L5.",
    )
    guidance = serializers.ChoiceField(
        sorted(GUIDANCE),
        required=False,
        allow_blank=True,
        help_text=f"The guidance is one of: {', '.join(GUIDANCE)}.",
    )
    cell_source = serializers.ChoiceField(
        sorted(CELL_SOURCES),
        required=False,
        allow_blank=True,
        help_text=f"The cell source is one of: {', '.join(CELL_SOURCES)}.",
    )
    product = Text(
        max_length=120,
        required=False,
        allow_blank=True,
        help_text="The product is text of at most 120 characters.",
    )
    lot = Text(
        max_length=120,
        required=False,
        allow_blank=True,
        help_text="The lot is text of at most 120 characters.",
    )


class ProfileInput(Input):
    facts = CodeList("Facts", frozenset(PROFILE_FACTS))
    known_symptoms = CodeList("Known symptoms", frozenset(SYMPTOMS))
    allergies = Text(
        max_length=500,
        required=False,
        allow_blank=True,
        help_text="Allergies is text of at most 500 characters.",
    )


class CourseInput(Input):
    """What a course of care begins with."""

    procedure = ProcedureInput(help_text="The procedure is an object with its date.")
    baseline_pain = serializers.DecimalField(
        max_digits=3,
        decimal_places=1,
        min_value=0,
        max_value=10,
        required=False,
        allow_null=True,
        help_text="Pain at intake is a number from 0 to 10 with one decimal at most.",
    )
    profile = ProfileInput(
        required=False, help_text="The profile is an object with facts and symptoms."
    )


class EpisodeInput(CourseInput):
    patient = Key(help_text="The patient is named by their UUID.")
    replaces_active = serializers.BooleanField(
        required=False,
        help_text="True closes the course of care that is still active; else false.",
    )


class SecondProcedureInput(Input):
    procedure = ProcedureInput(help_text="The procedure is an object with its date.")
    baseline_pain = serializers.DecimalField(
        max_digits=3,
        decimal_places=1,
        min_value=0,
        max_value=10,
        required=False,
        allow_null=True,
        help_text="Pain before it is a number from 0 to 10 with one decimal at most.",
    )
    current_protocol = serializers.BooleanField(
        required=False,
        help_text="True takes the clinic's current plan; else the patient's stays.",
    )


class EpisodeChanges(CourseInput):
    status = serializers.ChoiceField(
        ["closed"],
        required=False,
        help_text="The status can only become closed.",
    )


class ProcedureOutput(serializers.Serializer):
    performed_on = serializers.DateField()
    region = serializers.CharField()
    routes = serializers.ListField(child=serializers.CharField())
    levels = serializers.ListField(child=serializers.CharField())
    guidance = serializers.CharField()
    cell_source = serializers.CharField()
    product = serializers.CharField()
    lot = serializers.CharField()


class EarlierMilestoneOutput(serializers.Serializer):
    code = serializers.CharField()
    reached_on = serializers.DateField()
    source = serializers.CharField()


class EarlierProcedureOutput(ProcedureOutput):
    """One that the plan was counted from before it was started again."""

    milestones_reached = EarlierMilestoneOutput(many=True)


class ProfileOutput(serializers.Serializer):
    facts = serializers.ListField(child=serializers.CharField())
    known_symptoms = serializers.ListField(child=serializers.CharField())
    allergies = serializers.CharField()
    recorded_at = serializers.DateTimeField()


class ProtocolOutput(serializers.Serializer):
    id = serializers.UUIDField()
    number = serializers.IntegerField()


class EpisodeOutput(serializers.Serializer):
    id = serializers.UUIDField()
    patient = Person()
    status = serializers.CharField(help_text="active or closed.")
    day = serializers.IntegerField(help_text="Today, counted from the procedure.")
    phase = serializers.CharField()
    baseline_pain = serializers.FloatField(allow_null=True)
    procedure = ProcedureOutput()
    earlier_procedures = EarlierProcedureOutput(many=True, help_text="Newest first.")
    profile = ProfileOutput()
    protocol = ProtocolOutput()
    opened_at = serializers.DateTimeField()
    closed_at = serializers.DateTimeField(allow_null=True)
