"""Tick a milestone of the plan, and take the tick back."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from tracker.actions import milestones
from tracker.api.base import ApiView
from tracker.api.check_ins import EPISODE
from tracker.api.whose import episode_for_change


class MilestoneReachedOutput(serializers.Serializer):
    code = serializers.CharField()
    reached_on = serializers.DateField()
    source = serializers.ChoiceField(["patient", "clinic", "data"])


class MilestoneReached(ApiView):
    @extend_schema(
        operation_id="milestone_reach",
        parameters=[EPISODE],
        request=None,
        responses={200: MilestoneReachedOutput},
    )
    def post(self, request: Request, code: str) -> Response:
        """Tick a milestone; the first record stays."""
        reached = milestones.reach(
            episode=episode_for_change(request),
            code=code,
            by=request.user,
            source="clinic" if "episode" in request.query_params else "patient",
        )
        return Response(as_json(reached))

    @extend_schema(
        operation_id="milestone_unreach", parameters=[EPISODE], responses={204: None}
    )
    def delete(self, request: Request, code: str) -> Response:
        """Take a tick back; harmless where there is none."""
        episode = episode_for_change(request)
        milestones.unreach(episode=episode, code=code, by=request.user)
        return Response(status=204)


def as_json(reached: Any) -> dict[str, Any]:
    return {
        "code": reached.code,
        "reached_on": reached.reached_on,
        "source": reached.source,
    }
