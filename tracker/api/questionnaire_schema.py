"""The shapes of questionnaires for the API's document. Reading is done elsewhere."""

from rest_framework import serializers

from tracker.api.check_in_schema import AdviceOutput, ClinicLines
from tracker.api.inputs import Input
from tracker.clinical.proms.item import KINDS


class OptionOutput(serializers.Serializer):
    value = serializers.IntegerField()
    label = serializers.CharField()
    code = serializers.CharField()
    system = serializers.CharField()


class ItemOutput(serializers.Serializer):
    code = serializers.CharField()
    text = serializers.CharField()
    kind = serializers.CharField(help_text=f"One of: {', '.join(KINDS)}.")
    options = OptionOutput(many=True)
    lowest = serializers.FloatField(allow_null=True)
    highest = serializers.FloatField(allow_null=True)
    low_label = serializers.CharField()
    high_label = serializers.CharField()
    required = serializers.BooleanField()
    help = serializers.CharField()
    show_if = serializers.DictField(
        allow_null=True, help_text="Shown once the answers above it make this true."
    )
    whole = serializers.BooleanField()
    is_date = serializers.BooleanField()
    remembered = serializers.BooleanField()


class QuestionnaireDue(serializers.Serializer):
    code = serializers.CharField()
    version = serializers.CharField()
    title = serializers.CharField()
    intro = serializers.CharField()
    credit = serializers.CharField()
    occasion = serializers.IntegerField()
    open_until = serializers.DateField()
    minutes = serializers.IntegerField()
    is_begun = serializers.BooleanField()
    items = ItemOutput(many=True)
    answers = serializers.DictField(help_text="What was kept so far.")


class ScoreOutput(serializers.Serializer):
    total = serializers.FloatField(allow_null=True)
    subscales = serializers.DictField(child=serializers.FloatField())
    band = serializers.CharField()
    missing = serializers.ListField(child=serializers.CharField())


class QuestionnaireAnswered(serializers.Serializer):
    code = serializers.CharField()
    version = serializers.CharField()
    title = serializers.CharField()
    occasion = serializers.IntegerField()
    day = serializers.IntegerField()
    completed_at = serializers.DateTimeField()
    answers = serializers.DictField()
    score = ScoreOutput()


class Questionnaires(serializers.Serializer):
    due = QuestionnaireDue(many=True)
    answered = QuestionnaireAnswered(many=True)


class QuestionnaireInput(Input):
    answers = serializers.DictField(
        help_text="The answers are a set of fields, one for each question."
    )
    complete = serializers.BooleanField(
        default=False, help_text="Whether this is all: true or false."
    )


class QuestionnaireStored(serializers.Serializer):
    code = serializers.CharField()
    occasion = serializers.IntegerField()
    answers = serializers.DictField()
    completed_at = serializers.DateTimeField(allow_null=True)
    level = serializers.CharField()
    advice = AdviceOutput(many=True)
    clinic = ClinicLines()
