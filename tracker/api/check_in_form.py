"""Today's questions, with everything a phone needs to ask them offline."""

import hashlib

from django.http import HttpResponseBase
from django.utils.cache import get_conditional_response
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import (
    OpenApiParameter,
    OpenApiResponse,
    extend_schema,
)
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.renderers import to_json
from tracker.api.base import ApiView
from tracker.api.check_in_form_json import as_json
from tracker.api.check_in_form_schema import CheckInFormOutput
from tracker.api.permissions import IsPatient
from tracker.queries import episodes


class CheckInForm(ApiView):
    permission_classes = [IsPatient]

    @extend_schema(
        operation_id="check_in_form",
        parameters=[
            OpenApiParameter("If-None-Match", location=OpenApiParameter.HEADER),
            OpenApiParameter(
                "ETag",
                OpenApiTypes.STR,
                OpenApiParameter.HEADER,
                response=[200, 304],
                description="Changes with the day and with the form.",
            ),
        ],
        responses={
            200: CheckInFormOutput,
            304: OpenApiResponse(description="The form you have is current."),
        },
    )
    def get(self, request: Request) -> HttpResponseBase:
        """The questions of the patient's day, and the emergencies told offline."""
        form = as_json(episodes.active_of(request.user))
        version = hashlib.sha256(to_json(form)).hexdigest()[:20]
        etag = f'"{version}"'
        response = Response({"version": version, **form}, headers={"ETag": etag})
        known = get_conditional_response(request._request, etag, response=response)
        return known or response
