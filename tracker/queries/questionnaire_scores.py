"""The scores of one episode over time, one series per questionnaire."""

from dataclasses import dataclass
from datetime import date

from tracker.clinical.day_count import day_of
from tracker.clinical.proms.instrument import Instrument
from tracker.clinical.proms.item import Item
from tracker.models import Episode, QuestionnaireResponse
from tracker.queries import instruments, questionnaires


@dataclass(frozen=True, slots=True)
class ScorePoint:
    day: int
    on: date
    value: float


@dataclass(frozen=True, slots=True)
class ScoreSeries:
    """One questionnaire, or one activity that the patient named in it."""

    code: str
    title: str
    scoring: str
    points: tuple[ScorePoint, ...]
    # The patient's own name of the thing; empty for a whole questionnaire.
    activity: str = ""


def series(episode: Episode) -> list[ScoreSeries]:
    """Every questionnaire with a counted answer, oldest answer first."""
    by_code: dict[str, list[QuestionnaireResponse]] = {}
    for response in reversed(questionnaires.answered(episode)):
        by_code.setdefault(response.instrument, []).append(response)
    found = []
    for responses in by_code.values():
        instrument = instruments.of_response(responses[-1])
        found += _of_one(episode, instrument, responses)
    return [one for one in found if one.points]


def _of_one(
    episode: Episode,
    instrument: Instrument,
    responses: list[QuestionnaireResponse],
) -> list[ScoreSeries]:
    totals = [(r, (r.score or {}).get("total")) for r in responses]
    whole = ScoreSeries(
        instrument.code,
        instrument.title,
        instrument.scoring,
        _points(episode, totals),
    )
    activities = [
        ScoreSeries(
            instrument.code,
            instrument.title,
            instrument.scoring,
            _points(episode, [(r, r.answers.get(item.code)) for r in responses]),
            activity=name,
        )
        for item in instrument.questions
        if (name := _activity(instrument, item, responses))
    ]
    return [whole, *activities]


def _activity(
    instrument: Instrument, item: Item, responses: list[QuestionnaireResponse]
) -> str:
    """What the patient called the thing that this question rates, if anything."""
    if item.kind != "scale" or item.show_if is None:
        return ""
    names = [
        str(responses[-1].answers.get(code, ""))
        for code in item.show_if.codes
        if instrument.item(code).remembered
    ]
    return next((name for name in names if name), "")


def _points(
    episode: Episode, values: list[tuple[QuestionnaireResponse, object]]
) -> tuple[ScorePoint, ...]:
    return tuple(
        ScorePoint(
            day_of(response.local_date, episode.procedure.performed_on),
            response.local_date,
            float(value),
        )
        for response, value in values
        if isinstance(value, int | float) and response.local_date is not None
    )
