"""The worklist as JSON."""

from dataclasses import fields
from operator import attrgetter
from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.accounts.roles import Permission
from backend.common.errors import NotFound
from tracker.api.base import ApiView, choice, search_text
from tracker.api.cursors import next_link, page_size, start_of
from tracker.api.permissions import clinic_of, requires
from tracker.api.schema import paged
from tracker.queries import caseload
from tracker.queries.caseload import CaseloadEntry

QUEUES = {
    name: name
    for name in ("urgent", "soon", "silent", "unreachable", "questionnaires", "all")
}
NAMES = tuple(field.name for field in fields(CaseloadEntry))
VALUES = attrgetter(*NAMES)


class CaseloadRowOutput(serializers.Serializer):
    episode_id = serializers.UUIDField()
    patient_id = serializers.UUIDField()
    patient_name = serializers.CharField()
    day = serializers.IntegerField()
    phase_title = serializers.CharField()
    level = serializers.CharField()
    unowned = serializers.BooleanField()
    owner_name = serializers.CharField()
    headline = serializers.CharField()
    waiting_since = serializers.DateTimeField(allow_null=True)
    trend = serializers.ListField(
        child=serializers.ListField(child=serializers.FloatField()),
        help_text="Pairs of day and median pain, oldest first.",
    )
    last_pain = serializers.IntegerField(allow_null=True)
    change = serializers.FloatField(
        allow_null=True, help_text="Against the own median of the seven days before."
    )
    last_entry_at = serializers.DateTimeField(allow_null=True)
    silent_days = serializers.IntegerField()
    is_reachable = serializers.BooleanField()
    unreached_because = serializers.ListField(
        child=serializers.CharField(),
        help_text="Codes of what is wrong with each way; empty if one works.",
    )
    overdue_questionnaires = serializers.IntegerField()


class Caseload(ApiView):
    permission_classes = [requires(Permission.CASELOAD_VIEW)]

    @extend_schema(
        operation_id="caseload",
        parameters=[
            OpenApiParameter("queue", enum=list(QUEUES), default="all"),
            OpenApiParameter("search", description="Part of the patient's name."),
            OpenApiParameter("cursor"),
            OpenApiParameter("limit", int),
        ],
        responses=paged(CaseloadRowOutput),
    )
    def get(self, request: Request) -> Response:
        """The worklist in its order: urgent without an owner comes first."""
        queue = choice(request, "queue", QUEUES, usual="all")
        size, start = page_size(request), _start(request)
        rows = caseload.rows(
            clinic_of(request),
            queue=queue,
            search=search_text(request),
            limit=size + 1,
            offset=start,
        )
        more = str(start + size) if len(rows) > size else None
        return Response(
            {
                "next": next_link(request, more),
                "previous": None,
                "results": [as_json(row) for row in rows[:size]],
            }
        )


def as_json(row: CaseloadEntry) -> dict[str, Any]:
    return dict(zip(NAMES, VALUES(row), strict=True)) | {"level": row.level.code}


def _start(request: Request) -> int:
    start = start_of(request) or "0"
    if not (start.isascii() and start.isdigit() and len(start) < 9):
        raise NotFound
    return int(start)
