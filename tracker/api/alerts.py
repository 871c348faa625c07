"""The alerts of a clinic: list, read, take, note, set aside, close."""

from typing import Any
from uuid import UUID

from django.db.models import Q
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.accounts.roles import Permission
from backend.audit import recorder
from tracker.actions import alerts
from tracker.api import alert_json
from tracker.api.alert_schema import (
    AlertDetailOutput,
    AlertOutput,
    NoteInput,
    ResolveInput,
    SnoozeInput,
)
from tracker.api.base import ApiView, choice, key_of, page, read
from tracker.api.permissions import clinic_of, requires
from tracker.api.schema import paged
from tracker.queries import alerts as alert_queries
from tracker.queries import episodes

STATUSES = {
    "open": Q(status="open"),
    "live": ~Q(status="resolved"),
    "resolved": Q(status="resolved"),
    "all": Q(),
}
ANSWERS = {
    200: AlertDetailOutput,
    409: OpenApiResponse(
        description=(
            "Somebody else has it, it is closed, or a report has not been read."
        )
    ),
}


class AlertList(ApiView):
    permission_classes = [requires(Permission.ALERT_VIEW)]

    @extend_schema(
        operation_id="alert_list",
        parameters=[
            OpenApiParameter("status", enum=list(STATUSES), default="live"),
            OpenApiParameter("episode", OpenApiTypes.UUID),
            OpenApiParameter("cursor"),
            OpenApiParameter("limit", int),
        ],
        responses=paged(AlertOutput),
    )
    def get(self, request: Request) -> Response:
        """The alerts of the clinic or of one episode, newest first."""
        clinic = clinic_of(request)
        rows = alert_queries.of_clinic(clinic)
        if "episode" in request.query_params:
            key = key_of(request.query_params["episode"])
            rows = alert_queries.of_episode(episodes.get_for_clinic(clinic, key))
        status = choice(request, "status", STATUSES, usual="live")
        return page(self, rows.filter(status), alert_json.summary)


class AlertItem(ApiView):
    permission_classes = [requires(Permission.ALERT_VIEW)]

    @extend_schema(operation_id="alert_get", responses=AlertDetailOutput)
    def get(self, request: Request, alert_id: UUID) -> Response:
        """One alert with its reasons, the advice given and every step."""
        alert = _alert(request, alert_id)
        recorder.record("alert.read", by=request.user, target=alert)
        return Response(alert_json.detail(alert))


class AlertAcknowledge(ApiView):
    permission_classes = [requires(Permission.ALERT_HANDLE)]

    @extend_schema(operation_id="alert_acknowledge", request=None, responses=ANSWERS)
    def post(self, request: Request, alert_id: UUID) -> Response:
        """Take responsibility for an alert; doing it twice is harmless."""
        alert = alerts.acknowledge(alert=_alert(request, alert_id), by=request.user)
        return Response(alert_json.detail(alert))


class AlertNotes(ApiView):
    permission_classes = [requires(Permission.ALERT_HANDLE)]

    @extend_schema(operation_id="alert_note", request=NoteInput, responses=ANSWERS)
    def post(self, request: Request, alert_id: UUID) -> Response:
        """Add a note to the story of an alert, open or closed."""
        alert = _alert(request, alert_id)
        given = read(NoteInput, request)
        alerts.add_note(alert=alert, by=request.user, **given)
        return Response(alert_json.detail(alert))


class AlertSnooze(ApiView):
    permission_classes = [requires(Permission.ALERT_HANDLE)]

    @extend_schema(operation_id="alert_snooze", request=SnoozeInput, responses=ANSWERS)
    def post(self, request: Request, alert_id: UUID) -> Response:
        """Set an alert aside for at most three days; never an emergency."""
        alert = _alert(request, alert_id)
        given = read(SnoozeInput, request)
        seen = given.pop("reports", None)
        alert = alerts.snooze(alert=alert, by=request.user, seen_reports=seen, **given)
        return Response(alert_json.detail(alert))


class AlertResolve(ApiView):
    permission_classes = [requires(Permission.ALERT_HANDLE)]

    @extend_schema(
        operation_id="alert_resolve", request=ResolveInput, responses=ANSWERS
    )
    def post(self, request: Request, alert_id: UUID) -> Response:
        """Close an alert with a reason and, if wished, words for the patient."""
        alert = _alert(request, alert_id)
        given = read(ResolveInput, request)
        seen = given.pop("reports", None)
        alert = alerts.resolve(alert=alert, by=request.user, seen_reports=seen, **given)
        return Response(alert_json.detail(alert))


def _alert(request: Request, alert_id: UUID) -> Any:
    return alert_queries.get_for_clinic(clinic_of(request), alert_id)
