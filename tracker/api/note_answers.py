"""Answer the question that the note of a check-in led to."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.fields import Text
from tracker.actions import note_answers
from tracker.api.base import ApiView, read
from tracker.api.check_in_schema import CheckInStored
from tracker.api.check_ins import as_json
from tracker.api.inputs import Input
from tracker.queries import check_ins, episodes


class NoteAnswerInput(Input):
    symptom = Text(max_length=64, help_text="The symptom that the question names.")
    answer = serializers.ChoiceField(
        ["yes", "no"], help_text="The answer is yes or no."
    )


class NoteAnswerOutput(serializers.Serializer):
    check_in = CheckInStored(
        allow_null=True, help_text="The entry that a yes made, with its advice."
    )


class CheckInAnswers(ApiView):
    @extend_schema(
        operation_id="check_in_answer",
        request=NoteAnswerInput,
        responses={
            200: NoteAnswerOutput,
            409: OpenApiResponse(description="A newer note has brought up the same."),
        },
    )
    def post(self, request: Request, check_in_id: UUID) -> Response:
        """Say whether a note meant that a symptom is there now; patients only."""
        episode = episodes.active_of(request.user)  # type: ignore[arg-type]
        check_in = check_ins.get_for_episode(episode, check_in_id)
        data = read(NoteAnswerInput, request)
        asked: dict[str, Any] = {"check_in": check_in, "symptom": data["symptom"]}
        if data["answer"] == "yes":
            sent = note_answers.yes(**asked, by=request.user)
            return Response({"check_in": as_json(sent)})
        note_answers.no(**asked, by=request.user)
        return Response({"check_in": None})
