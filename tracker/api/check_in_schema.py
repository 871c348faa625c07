"""The shapes of a check-in for the API's document. Reading is done by answers.py."""

from rest_framework import serializers

from tracker.clinical.context import MEDICINE_HELPED, MEDICINES, TRIGGERS
from tracker.clinical.symptoms import SYMPTOMS, Change


class TemperatureInput(serializers.Serializer):
    value = serializers.CharField(help_text="As typed: 37,4 or 37.4")
    unit = serializers.ChoiceField(["C", "F"])


class SymptomInput(serializers.Serializer):
    code = serializers.ChoiceField(sorted(SYMPTOMS))
    change = serializers.ChoiceField([change.value for change in Change])


class CheckInInput(serializers.Serializer):
    local_date = serializers.DateField()
    recorded_at = serializers.DateTimeField()
    pain = serializers.IntegerField(min_value=0, max_value=10, allow_null=True)
    mobility = serializers.IntegerField(min_value=0, max_value=10, allow_null=True)
    walk_minutes = serializers.IntegerField(allow_null=True, required=False)
    sleep_hours = serializers.FloatField(allow_null=True, required=False)
    temperature = TemperatureInput(allow_null=True, required=False)
    weight_kg = serializers.FloatField(allow_null=True, required=False)
    weight_loss_planned = serializers.BooleanField(allow_null=True, required=False)
    symptoms = SymptomInput(many=True, allow_null=True, required=False)
    medicines_taken = serializers.ListField(
        child=serializers.ChoiceField(sorted(MEDICINES)),
        allow_null=True,
        required=False,
    )
    medicine_helped = serializers.ChoiceField(
        sorted(MEDICINE_HELPED), allow_null=True, required=False
    )
    trigger = serializers.ChoiceField(sorted(TRIGGERS), allow_null=True, required=False)
    note = serializers.CharField(max_length=4000, required=False, allow_blank=True)
    corrects = serializers.UUIDField(allow_null=True, required=False)
    client_version = serializers.CharField(required=False, allow_blank=True)


class ActionOutput(serializers.Serializer):
    kind = serializers.CharField(help_text="call, question, measure_again or rest.")
    label = serializers.CharField()
    number = serializers.CharField()
    symptom = serializers.CharField(
        required=False, help_text="Of a question: what is asked about."
    )


class EnglishWords(serializers.Serializer):
    title = serializers.CharField()
    text = serializers.CharField()


class AdviceOutput(serializers.Serializer):
    rule = serializers.CharField()
    level = serializers.CharField()
    title = serializers.CharField(help_text="In the reader's language.")
    text = serializers.CharField()
    english = EnglishWords(
        allow_null=True,
        help_text="To be shown beside an emergency whose translation the clinic has "
        "not signed.",
    )
    actions = ActionOutput(many=True)


class ClinicLines(serializers.Serializer):
    open_now = serializers.BooleanField()
    next_open = serializers.DateTimeField(allow_null=True)
    phone = serializers.CharField()
    emergency_number = serializers.CharField()


class SeenOutput(serializers.Serializer):
    by = serializers.CharField()
    at = serializers.DateTimeField()


class CheckInStored(serializers.Serializer):
    id = serializers.UUIDField()
    day = serializers.IntegerField()
    phase = serializers.CharField()
    level = serializers.CharField()
    received_at = serializers.DateTimeField()
    advice = AdviceOutput(many=True)
    clinic = ClinicLines()
    milestones_reached = serializers.ListField(child=serializers.CharField())
    seen = SeenOutput(allow_null=True)


class CheckInListed(CheckInInput):
    id = serializers.UUIDField()
    day = serializers.IntegerField()
    received_at = serializers.DateTimeField()
    is_late = serializers.BooleanField()
