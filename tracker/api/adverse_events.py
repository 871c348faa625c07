"""Adverse events: list, record, read, amend, report."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.accounts.roles import Permission
from backend.audit import recorder
from tracker.actions import adverse_events
from tracker.api import adverse_event_json
from tracker.api.adverse_event_schema import (
    AdverseEventChanges,
    AdverseEventDetailOutput,
    AdverseEventInput,
    AdverseEventOutput,
)
from tracker.api.base import ApiView, choice, invalid, page, read
from tracker.api.permissions import clinic_of, requires
from tracker.api.schema import paged
from tracker.queries import adverse_events as event_queries
from tracker.queries import alerts, episodes

REPORT = frozenset({"reported_on", "report_reference"})
DECISION = frozenset({"not_reported_because"})


class AdverseEventList(ApiView):
    permission_classes = [
        requires(Permission.ALERT_VIEW, POST=Permission.ADVERSE_EVENT_RECORD)
    ]

    @extend_schema(
        operation_id="adverse_event_list",
        parameters=[
            OpenApiParameter("show", enum=list(event_queries.STATES), default="all"),
            OpenApiParameter("cursor"),
            OpenApiParameter("limit", int),
        ],
        responses=paged(AdverseEventOutput),
    )
    def get(self, request: Request) -> Response:
        """The adverse events of the clinic, newest record first."""
        state = choice(request, "show", event_queries.STATES, usual="all")
        rows = event_queries.of_clinic(clinic_of(request)).filter(state)
        return page(self, rows, adverse_event_json.summary)

    @extend_schema(
        operation_id="adverse_event_record",
        request=AdverseEventInput,
        responses={
            201: AdverseEventDetailOutput,
            409: OpenApiResponse(
                description="The id is in use, or was sent with other fields."
            ),
        },
    )
    def post(self, request: Request) -> Response:
        """Record an adverse event of an episode, or from an alert."""
        given = read(AdverseEventInput, request)
        episode, alert = _cause(request, given)
        event = adverse_events.record(
            episode=episode,
            alert=alert,
            by=request.user,
            event_id=given.pop("id", None),
            **given,
        )
        return Response(_detail(request, event.pk), status=201)


class AdverseEventItem(ApiView):
    permission_classes = [
        requires(Permission.ALERT_VIEW, PATCH=Permission.ADVERSE_EVENT_RECORD)
    ]

    @extend_schema(operation_id="adverse_event_get", responses=AdverseEventDetailOutput)
    def get(self, request: Request, event_id: UUID) -> Response:
        """One adverse event with how it read before each change."""
        event = event_queries.get_for_clinic(clinic_of(request), event_id)
        recorder.record("adverse_event.read", by=request.user, target=event)
        return Response(adverse_event_json.detail(event))

    @extend_schema(
        operation_id="adverse_event_amend",
        request=AdverseEventChanges,
        responses={
            200: AdverseEventDetailOutput,
            409: OpenApiResponse(description="Somebody changed it meanwhile."),
        },
    )
    def patch(self, request: Request, event_id: UUID) -> Response:
        """Change fields with a reason, mark it reported, or say why it is not."""
        event = event_queries.get_for_clinic(clinic_of(request), event_id)
        given = read(AdverseEventChanges, request, partial=True)
        if "version" not in given:
            raise invalid("version", "required", "Name the version that you changed.")
        _change(event, request.user, given.pop("version"), given)
        return Response(_detail(request, event_id))


def _cause(request: Request, given: dict[str, Any]) -> tuple[Any, Any]:
    """The episode, and the alert if there is one. Raises InvalidInput, NotFound."""
    clinic = clinic_of(request)
    named = [given.pop(name, None) for name in ("episode", "alert")]
    if (named[0] is None) == (named[1] is None):
        raise invalid("episode", "required", "Name either an episode or an alert.")
    if named[1] is not None:
        alert = alerts.get_for_clinic(clinic, named[1])
        return alert.episode, alert
    return episodes.get_for_clinic(clinic, named[0]), None


def _change(event: Any, by: Any, version: int, given: dict[str, Any]) -> None:
    same = {"event": event, "by": by, "version": version}
    if given.keys() & REPORT:
        _alone(given, REPORT)
        adverse_events.mark_reported(
            **same,
            reported_on=given.get("reported_on"),
            reference=given.get("report_reference", ""),
        )
    elif given.keys() & DECISION:
        _alone(given, DECISION)
        adverse_events.mark_not_reportable(
            **same, because=given["not_reported_because"]
        )
    else:
        adverse_events.amend(**same, reason=given.pop("reason", ""), **given)


def _alone(given: dict[str, Any], names: frozenset[str]) -> None:
    others = sorted(given.keys() - names)
    if others:
        raise invalid(others[0], "several", "Send one sort of change at a time.")


def _detail(request: Request, event_id: UUID) -> dict[str, Any]:
    event = event_queries.get_for_clinic(clinic_of(request), event_id)
    return adverse_event_json.detail(event)
