"""The person signed in: who they are, and where they belong."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.accounts.queries import memberships_of
from backend.accounts.roles import Role
from backend.common.fields import Text
from tracker.actions import own_profile, zones
from tracker.api.base import ApiView, read
from tracker.api.inputs import Input, ZoneField
from tracker.api.permissions import clinic_of

PATIENT = "patient"


class MeInput(Input):
    name = Text(
        max_length=200,
        required=False,
        help_text="The name is text of 1 to 200 characters.",
    )
    locale = Text(
        max_length=12,
        required=False,
        help_text="The language is a code such as en or pt-br.",
    )
    zone = ZoneField()
    zone_kind = serializers.ChoiceField(
        zones.KINDS,
        required=False,
        help_text="What the zone is: home, travel until they are back, or kept, "
        "which leaves days and reminders with the zone of home.",
    )


class BelongingOutput(serializers.Serializer):
    id = serializers.UUIDField()
    name = serializers.CharField()
    role = serializers.ChoiceField([*Role, PATIENT])
    is_current = serializers.BooleanField(help_text="Where staff work right now.")


class MeOutput(serializers.Serializer):
    id = serializers.UUIDField()
    email = serializers.EmailField()
    name = serializers.CharField()
    locale = serializers.CharField()
    zone = serializers.CharField()
    clinics = BelongingOutput(many=True)


class Me(ApiView):
    @extend_schema(operation_id="me", responses=MeOutput)
    def get(self, request: Request) -> Response:
        """Name, language, time zone, clinics and roles."""
        return Response(as_json(request))

    @extend_schema(operation_id="me_update", request=MeInput, responses=MeOutput)
    def patch(self, request: Request) -> Response:
        """Change the named fields and no other."""
        own_profile.change(user=request.user, **read(MeInput, request))
        return Response(as_json(request))


def as_json(request: Request) -> dict[str, Any]:
    user = request.user
    current = clinic_of(request)
    staff_at = [(m.clinic, m.role) for m in memberships_of(user)]
    in_care_at = [
        (patient.clinic, PATIENT) for patient in user.patients.select_related("clinic")
    ]
    return {
        "id": user.pk,
        "email": user.email,
        "name": user.name,
        "locale": user.locale,
        "zone": user.zone,
        "clinics": [
            {
                "id": clinic.pk,
                "name": clinic.name,
                "role": role,
                "is_current": role != PATIENT and clinic == current,
            }
            for clinic, role in staff_at + in_care_at
        ],
    }
