"""The patient's plan today: phase, milestones, instructions, what is due."""

from dataclasses import asdict
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common import clock
from tracker.api.base import ApiView
from tracker.api.permissions import IsPatient
from tracker.queries import episodes
from tracker.queries import plan as plan_queries


class PhaseNow(serializers.Serializer):
    code = serializers.CharField()
    title = serializers.CharField()
    what_to_expect = serializers.CharField()
    first_day = serializers.IntegerField()
    last_day = serializers.IntegerField()
    cadence = serializers.CharField()


class PhaseOutput(serializers.Serializer):
    code = serializers.CharField()
    title = serializers.CharField()
    what_to_expect = serializers.CharField()
    first_date = serializers.DateField()
    last_date = serializers.DateField()
    is_current = serializers.BooleanField()


class MilestoneOutput(serializers.Serializer):
    code = serializers.CharField()
    title = serializers.CharField()
    why = serializers.CharField()
    state = serializers.ChoiceField(["reached", "open", "later", "past"])
    first_date = serializers.DateField()
    last_date = serializers.DateField()
    reached_on = serializers.DateField(allow_null=True)
    source = serializers.ChoiceField(
        ["patient", "clinic", "data"],
        help_text="Who says so; until it is reached, who may.",
    )


class InstructionOutput(serializers.Serializer):
    code = serializers.CharField()
    phase = serializers.CharField()
    text = serializers.CharField()
    topic = serializers.CharField()


class PlanOutput(serializers.Serializer):
    episode = serializers.UUIDField()
    protocol = serializers.IntegerField(help_text="The clinic's version of the plan.")
    day = serializers.IntegerField()
    phase = PhaseNow()
    next_phase_starts_on = serializers.DateField(allow_null=True)
    milestones = MilestoneOutput(many=True)
    next_milestone = MilestoneOutput(allow_null=True)
    instructions = InstructionOutput(many=True)
    phases = PhaseOutput(many=True)
    check_in_due_today = serializers.BooleanField()


class Plan(ApiView):
    permission_classes = [IsPatient]

    @extend_schema(operation_id="plan", responses=PlanOutput)
    def get(self, request: Request) -> Response:
        """What the own plan says today."""
        return Response(as_json(episodes.active_of(request.user)))


def as_json(episode: Any) -> dict[str, Any]:
    plan = plan_queries.plan_for(episode, clock.local_today(episode.patient.zone))
    return {
        "episode": episode.pk,
        "protocol": episode.protocol.number,
        **asdict(plan),
    }
