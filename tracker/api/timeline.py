"""Everything that happened in one course of care, newest first."""

from dataclasses import fields
from datetime import datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.accounts.roles import Permission
from backend.audit import recorder
from backend.common.errors import NotFound
from tracker.api.base import ApiView
from tracker.api.cursors import next_link, page_size, start_of
from tracker.api.permissions import clinic_of, requires
from tracker.api.schema import paged
from tracker.queries import episodes, timeline
from tracker.queries.timeline import TimelineEntry

NAMES = tuple(field.name for field in fields(TimelineEntry))
VALUES = attrgetter(*NAMES)


class TimelineEntryOutput(serializers.Serializer):
    at = serializers.DateTimeField()
    kind = serializers.CharField()
    title = serializers.CharField()
    detail = serializers.CharField()
    level = serializers.CharField()
    by = serializers.CharField(help_text="Empty for the system's own steps.")
    check_in_id = serializers.UUIDField(allow_null=True)
    alert_id = serializers.UUIDField(allow_null=True)
    adverse_event_id = serializers.UUIDField(allow_null=True)


class EpisodeTimeline(ApiView):
    permission_classes = [requires(Permission.PATIENT_VIEW)]

    @extend_schema(
        operation_id="episode_timeline",
        parameters=[OpenApiParameter("cursor"), OpenApiParameter("limit", int)],
        responses=paged(TimelineEntryOutput),
    )
    def get(self, request: Request, episode_id: UUID) -> Response:
        """Check-ins, alerts, milestones and the frame around them, newest first."""
        episode = episodes.get_for_clinic(clinic_of(request), episode_id)
        size, before = page_size(request), _before(request)
        recorder.record("patient.read", by=request.user, target=episode.patient)
        entries = timeline.entries(episode, before=before, limit=size)
        more = entries[-1].at.isoformat() if len(entries) >= size else None
        return Response(
            {
                "next": next_link(request, more),
                "previous": None,
                "results": [as_json(entry) for entry in entries],
            }
        )


def as_json(entry: TimelineEntry) -> dict[str, Any]:
    return dict(zip(NAMES, VALUES(entry), strict=True)) | {"level": entry.level.code}


def _before(request: Request) -> datetime | None:
    start = start_of(request)
    try:
        before = datetime.fromisoformat(start) if start else None
    except ValueError as error:
        raise NotFound from error
    if before is not None and before.tzinfo is None:
        raise NotFound
    return before
