"""The shapes of a patient's record, in and out."""

from rest_framework import serializers

from backend.common.fields import Text
from tracker.actions.patients import SEXES
from tracker.api.episode_schema import CourseInput, EpisodeOutput
from tracker.api.inputs import Input, ZoneField


class PatientInput(Input):
    name = Text(max_length=200, help_text="The name is text of 1 to 200 characters.")
    date_of_birth = serializers.DateField(
        help_text="Date of birth is a date such as 1970-12-31."
    )
    sex = serializers.ChoiceField(
        [code for code in SEXES if code],
        required=False,
        allow_blank=True,
        help_text=f"Sex is one of: {', '.join(code for code in SEXES if code)}.",
    )
    email = serializers.EmailField(
        max_length=254,
        required=False,
        allow_blank=True,
        help_text="The e-mail address looks like name@example.org.",
    )
    phone = Text(
        max_length=40,
        required=False,
        allow_blank=True,
        help_text="The phone number is text of at most 40 characters.",
    )
    zone = ZoneField()
    locale = Text(
        max_length=12,
        required=False,
        help_text="The language is a code such as en or pt-br.",
    )


class EnrolmentInput(PatientInput):
    episode = CourseInput(
        required=False,
        help_text="The course of care is an object with the procedure. "
        "Without it only the person is recorded.",
    )


class InvitationOutput(serializers.Serializer):
    link = serializers.URLField(help_text="Works once. It cannot be shown again.")
    expires_at = serializers.DateTimeField()


class PatientOutput(serializers.Serializer):
    id = serializers.UUIDField()
    name = serializers.CharField()
    date_of_birth = serializers.DateField()
    sex = serializers.CharField()
    email = serializers.CharField()
    phone = serializers.CharField()
    zone = serializers.CharField()
    locale = serializers.CharField()
    has_account = serializers.BooleanField(help_text="Whether they can sign in.")
    created_at = serializers.DateTimeField()


class PatientDetailOutput(PatientOutput):
    episodes = EpisodeOutput(many=True, help_text="Newest first.")


class EnrolmentOutput(serializers.Serializer):
    patient = PatientDetailOutput()
    invitation = InvitationOutput(allow_null=True)
