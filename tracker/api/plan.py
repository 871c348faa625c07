"""The patient's plan today: phase, milestones, instructions, what is due."""

from dataclasses import asdict
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common import clock, languages
from tracker.api.base import ApiView
from tracker.api.permissions import IsPatient
from tracker.clinical.education.card import WordedCard
from tracker.queries import education, episodes, plan_reading
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


class CardOutput(serializers.Serializer):
    id = serializers.CharField()
    topic = serializers.CharField()
    title = serializers.CharField()
    text = serializers.CharField()
    language = serializers.CharField(help_text="The one it is written in.")


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
    read_at = serializers.DateTimeField(
        allow_null=True, help_text="When the patient said that they read this phase."
    )
    cards = CardOutput(many=True, help_text="What there is to know on this day.")
    card_of_the_day = serializers.CharField(
        allow_null=True, help_text="The id of the one that the first page shows."
    )


class Plan(ApiView):
    permission_classes = [IsPatient]

    @extend_schema(operation_id="plan", responses=PlanOutput)
    def get(self, request: Request) -> Response:
        """What the own plan says today."""
        return Response(as_json(episodes.active_of(request.user)))


def as_json(episode: Any) -> dict[str, Any]:
    today = clock.local_today(episode.patient.zone)
    plan = plan_queries.plan_for(episode, today)
    reading = plan_reading.of_phase(episode, plan.phase.code)
    known = education.for_episode(episode, today, languages.current())
    return {
        "episode": episode.pk,
        "protocol": episode.protocol.number,
        **asdict(plan),
        "read_at": reading.created_at if reading else None,
        "cards": [_card(one) for one in known.cards],
        "card_of_the_day": known.of_the_day.card.id if known.of_the_day else None,
    }


def _card(one: WordedCard) -> dict[str, str]:
    return {
        "id": one.card.id,
        "topic": one.card.topic,
        "title": one.title,
        "text": one.text,
        "language": one.language,
    }
