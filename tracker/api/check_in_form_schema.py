"""The shape of today's questions for the API's document."""

from rest_framework import serializers

from tracker.api.check_in_schema import AdviceOutput


class ChoiceOutput(serializers.Serializer):
    code = serializers.CharField()
    label = serializers.CharField()


class FormStepOutput(serializers.Serializer):
    code = serializers.ChoiceField(
        ["pain", "mobility", "symptoms", "temperature", "details"]
    )
    low = serializers.FloatField(required=False)
    high = serializers.FloatField(required=False)
    low_label = serializers.CharField(required=False)
    high_label = serializers.CharField(required=False)
    units = serializers.ListField(child=serializers.CharField(), required=False)


class CatalogueSymptom(serializers.Serializer):
    code = serializers.CharField()
    label = serializers.CharField(help_text="What the patient reads.")
    group = serializers.CharField()
    gate = serializers.BooleanField(help_text="Asked on the first screen.")
    acts_alone = serializers.BooleanField(
        help_text="New or worse is already an emergency."
    )
    asks = serializers.ListField(
        child=serializers.CharField(), help_text="What to ask once it was tapped."
    )


class GateGroup(serializers.Serializer):
    title = serializers.CharField()
    symptoms = serializers.ListField(child=serializers.CharField())


class EmergencyRow(AdviceOutput):
    changes = serializers.ListField(child=serializers.CharField())


class EmergencyTable(serializers.Serializer):
    version = serializers.CharField(help_text="Of the rules the table was made from.")
    symptoms = serializers.DictField(child=EmergencyRow())


class FormPhaseOutput(serializers.Serializer):
    code = serializers.CharField()
    title = serializers.CharField()


class FormClinicOutput(serializers.Serializer):
    name = serializers.CharField()
    phone = serializers.CharField()
    emergency_number = serializers.CharField()


class CheckInFormOutput(serializers.Serializer):
    version = serializers.CharField(help_text="The same as the ETag.")
    language = serializers.CharField(help_text="Of every label and text: en, es or de.")
    local_date = serializers.DateField()
    day = serializers.IntegerField()
    phase = FormPhaseOutput()
    steps = FormStepOutput(many=True)
    symptoms = CatalogueSymptom(many=True)
    groups = GateGroup(many=True)
    changes = ChoiceOutput(many=True)
    known_symptoms = serializers.ListField(child=serializers.CharField())
    medicines = ChoiceOutput(many=True)
    medicine_helped = ChoiceOutput(many=True)
    triggers = ChoiceOutput(many=True)
    emergency = EmergencyTable()
    clinic = FormClinicOutput()
