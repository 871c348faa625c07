"""The API's document: who asks, the pages of a list, the errors of every endpoint."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import inline_serializer
from rest_framework import serializers

from tracker.api.check_in_schema import AdviceOutput, ClinicLines

PROBLEM = "application/problem+json"
PROBLEMS = {
    "400": "The request could not be read, or a field is wrong.",
    "401": "Nobody is signed in.",
    "403": "The role, or a missing CSRF token, does not allow this.",
    "404": "There is no such record for the caller.",
}


class SessionScheme(OpenApiAuthenticationExtension):
    target_class = "tracker.api.authentication.SessionAuthentication"
    name = "session"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        return {
            "type": "apiKey",
            "in": "cookie",
            "name": "__Host-sessionid",
            "description": "Changes also need the X-CSRFToken header.",
        }


class FieldProblem(serializers.Serializer):
    field = serializers.CharField(help_text="Where, such as procedure.performed_on.")
    code = serializers.CharField()
    message = serializers.CharField()


class Person(serializers.Serializer):
    id = serializers.UUIDField()
    name = serializers.CharField()


class Problem(serializers.Serializer):
    """RFC 9457. Programs read `code`; people read `detail`."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    code = serializers.CharField()
    detail = serializers.CharField()
    errors = FieldProblem(many=True, required=False)
    owner = Person(required=False, help_text="Who has the alert.")
    advice = AdviceOutput(
        many=True,
        required=False,
        help_text="What a refused check-in says that must not wait.",
    )
    clinic = ClinicLines(required=False, help_text="Whom to call then.")


class ApiSchema(AutoSchema):
    def _get_response_bodies(self, direction: Any = "response") -> Any:
        bodies = super()._get_response_bodies(direction)
        for status, meaning in PROBLEMS.items():
            if status not in bodies:
                bodies[status] = problem_body(self, status, meaning)
        if bodies.get("409", {}).get("content") is None and "409" in bodies:
            bodies["409"] = problem_body(self, "409", bodies["409"]["description"])
        return bodies


def problem_body(schema: AutoSchema, status: str, meaning: str) -> dict[str, Any]:
    body = schema._get_response_for_code(Problem, status, [PROBLEM])
    return {**body, "description": meaning}


def paged(kind: type[serializers.Serializer]) -> serializers.Serializer:
    """A page of a list with the links to the pages around it."""
    return inline_serializer(
        f"{kind.__name__}Page",
        {
            "next": serializers.URLField(allow_null=True),
            "previous": serializers.URLField(allow_null=True),
            "results": kind(many=True),
        },
    )
