"""The questionnaires of one episode: what is due, what was answered; answer one."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common import clock
from backend.common.errors import InvalidInput
from tracker.actions import questionnaires as actions
from tracker.api.base import ApiView, read
from tracker.api.check_ins import EPISODE
from tracker.api.questionnaire_schema import (
    QuestionnaireInput,
    Questionnaires,
    QuestionnaireStored,
)
from tracker.api.whose import episode_for_answers, episode_for_reading
from tracker.queries import advice, instruments
from tracker.queries import questionnaires as queries

OCCASION = OpenApiParameter(
    "occasion",
    OpenApiTypes.INT,
    OpenApiParameter.PATH,
    description="The day of the plan that the occasion is named after.",
)
SCORE = ("total", "subscales", "band", "missing")


class QuestionnaireList(ApiView):
    @extend_schema(
        operation_id="questionnaire_list",
        parameters=[EPISODE],
        responses=Questionnaires,
    )
    def get(self, request: Request) -> Response:
        """What is open to answer now, and what was answered, newest first."""
        episode = episode_for_reading(request)
        due = queries.due(episode, clock.local_today(episode.patient.zone))
        answered = queries.answered(episode)
        return Response(
            {
                "due": [_due(asked) for asked in due],
                "answered": [_answered(response) for response in answered],
            }
        )


class QuestionnaireItem(ApiView):
    @extend_schema(
        operation_id="questionnaire_put",
        parameters=[EPISODE, OCCASION],
        request=QuestionnaireInput,
        responses={
            200: QuestionnaireStored,
            409: OpenApiResponse(description="Completed with other answers."),
        },
    )
    def put(self, request: Request, instrument: str, occasion: int) -> Response:
        """Keep the answers so far, or complete; the same again is harmless.

        A yes to the question on self-harm completes it whatever `complete` says. Where
        the questionnaire is completed already, or not open, such a yes still calls the
        clinic and brings its advice; what was completed stays as it is.
        """
        given = read(QuestionnaireInput, request)
        episode = episode_for_answers(request)
        try:
            done = actions.answer(
                episode=episode,
                code=instrument,
                occasion=occasion,
                raw=given["answers"],
                by=request.user,
                complete=given["complete"],
            )
        except InvalidInput as invalid:
            raise InvalidInput([_inside(e) for e in invalid.errors]) from invalid
        return Response(_stored(done, instrument, occasion, episode.clinic))


def _inside(error: dict[str, str]) -> dict[str, str]:
    """A fault of one answer, named as it is nested in the body."""
    field = error["field"]
    return error | {"field": field if field == "answers" else f"answers.{field}"}


def _due(asked: queries.Asked) -> dict[str, Any]:
    instrument = asked.instrument
    return {
        "code": instrument.code,
        "version": instrument.version,
        "title": instrument.title,
        "intro": instrument.intro,
        "credit": instrument.credit,
        "occasion": asked.occasion.day,
        "open_until": asked.open_until,
        "minutes": asked.minutes,
        "is_begun": asked.response is not None,
        "items": [item.as_json() for item in instrument.items],
        "answers": asked.response.answers if asked.response else {},
    }


def _answered(response: Any) -> dict[str, Any]:
    return {
        "code": response.instrument,
        "version": response.instrument_version,
        "title": instruments.of_response(response).title,
        "occasion": response.occasion,
        "day": response.day,
        "completed_at": response.completed_at,
        "answers": response.answers,
        "score": {name: response.score[name] for name in SCORE},
    }


def _stored(
    done: actions.Answered, code: str, occasion: int, clinic: Any
) -> dict[str, Any]:
    kept = done.response
    return {
        "code": code,
        "occasion": occasion,
        "answers": kept.answers if kept else {},
        "completed_at": kept.completed_at if kept else None,
        "level": done.level.code,
        "advice": done.advice,
        "clinic": advice.clinic_lines(clinic, clock.now()),
    }
