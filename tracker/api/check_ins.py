"""Store one check-in by its client UUID; list them."""

from typing import Any
from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.exceptions import ParseError
from rest_framework.request import Request
from rest_framework.response import Response

from tracker.actions import check_ins
from tracker.actions.submission import Submission
from tracker.api.base import ApiView, page
from tracker.api.check_in_schema import CheckInInput, CheckInListed, CheckInStored
from tracker.api.pagination import NewestReceivedFirst
from tracker.api.schema import paged
from tracker.api.whose import episode_for_reading, episode_id_for_entry
from tracker.queries import check_ins as check_in_queries

EPISODE = OpenApiParameter(
    "episode",
    OpenApiTypes.UUID,
    description="Staff name the episode; patients leave it out.",
)


class CheckInItem(ApiView):
    @extend_schema(
        operation_id="check_in_put",
        parameters=[EPISODE],
        request=CheckInInput,
        responses={
            201: CheckInStored,
            200: CheckInStored,
            409: OpenApiResponse(
                description="Stored with other answers, the consent was withdrawn, or "
                "the course is closed."
            ),
        },
    )
    def put(self, request: Request, check_in_id: UUID) -> Response:
        """Store one check-in; the same content again is harmless.

        An emergency in an entry that is refused has its advice in the answer.
        """
        raw = request.data
        if not isinstance(raw, dict):
            raise ParseError("Send one JSON object with the answers.")
        submission = check_ins.submit(
            check_in_id=check_in_id,
            raw=raw,
            by=request.user,
            episode_id=episode_id_for_entry(request),
        )
        return Response(as_json(submission), status=201 if submission.is_new else 200)


class CheckInList(ApiView):
    @extend_schema(
        operation_id="check_in_list",
        parameters=[EPISODE],
        responses=paged(CheckInListed),
    )
    def get(self, request: Request) -> Response:
        """The check-ins of one episode, newest first."""
        rows = check_in_queries.newest_first(episode_for_reading(request))
        return page(self, rows, _listed, NewestReceivedFirst())


def as_json(submission: Submission) -> dict[str, Any]:
    """The stored entry with its advice; nobody has seen it yet."""
    return {
        "id": submission.check_in_id,
        "day": submission.day,
        "phase": submission.phase,
        "level": submission.level.code,
        "received_at": submission.received_at,
        "advice": submission.advice,
        "clinic": submission.clinic,
        "milestones_reached": submission.milestones_reached,
        "seen": None,
    }


def _listed(row: Any) -> dict[str, Any]:
    return {
        "id": row.pk,
        "day": row.day,
        "received_at": row.received_at,
        "is_late": row.is_late,
        **row.answers,
    }
