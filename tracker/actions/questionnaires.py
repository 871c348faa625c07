"""Save and complete questionnaires. Score, advice and alert exist when this returns."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from backend.accounts.models import User
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput, NotFound
from tracker.actions import (
    consents,
    questionnaire_completion,
    reader_words,
    self_harm,
)
from tracker.actions.alert_record import lock
from tracker.clinical.answer_reader import InvalidAnswers
from tracker.clinical.levels import Level
from tracker.clinical.proms.answers import read_response
from tracker.clinical.proms.condition import Answer
from tracker.clinical.proms.instrument import Instrument
from tracker.clinical.proms.shape import SELF_HARM
from tracker.clinical.triage.findings import Finding
from tracker.models import (
    Episode,
    QuestionnaireResponse,
)
from tracker.queries import (
    advice,
    instruments,
    questionnaires,
)
from tracker.queries.questionnaires import Asked


@dataclass(frozen=True, slots=True)
class Answered:
    """What the patient gets back; words of the rules only once it is completed."""

    # Empty where a yes to self-harm came and nothing of that occasion is stored.
    response: QuestionnaireResponse | None
    level: Level
    advice: list[dict[str, Any]]
    is_new: bool
    # When such a yes was heard that the response does not hold.
    heard_at: datetime | None = None


@transaction.atomic
def answer(
    *,
    episode: Episode,
    code: str,
    occasion: int,
    raw: Mapping[str, object],
    by: User,
    complete: bool,
) -> Answered:
    """Keep the answers of one occasion so far, or complete it; then it is fixed.

    A yes to the question on self-harm completes it at once, with whatever was
    answered until then: it must not wait for the last question. It is heard also
    where nothing is open to take it. The same answers again are harmless. Raises
    InvalidInput with every wrong answer, NotFound for what is not open, Conflict for
    other answers to what is completed.
    """
    # A check-in of the same moment waits here, and then reads the new score.
    lock(episode.pk)
    # The caller read them before the lock; staff may have closed the course since, the
    # patient withdrawn.
    episode.refresh_from_db(fields=["status"])
    episode.patient.refresh_from_db(fields=["consent_withdrawn_at"])
    stored = questionnaires.response_of(episode, code, occasion)
    today = clock.local_today(episode.patient.zone)
    asked = _open(episode, code, occasion, today)
    is_yes = raw.get(SELF_HARM) is True and _may_ask_it(episode, code, stored, asked)
    if episode.patient.consent_withdrawn_at is not None:
        if not is_yes:
            raise consents.ConsentWithdrawn(episode.clinic)
        asked = None  # nothing is stored but the yes: a life may hang on it
    if stored is not None and stored.completed_at is not None:
        if is_yes and stored.answers.get(SELF_HARM) is not True:
            return _late_yes(episode, code, occasion, stored, by=by)
        return _as_before(stored) if is_yes else _repeated(stored, raw)
    if asked is None:
        if is_yes:
            return _late_yes(episode, code, occasion, stored, by=by)
        raise NotFound(_("This questionnaire is not open now."))
    known = questionnaires.remembered(episode, asked.instrument)
    answers = _read_urgent(asked.instrument, raw, remembered=known)
    is_urgent = answers is not None
    if answers is None:
        answers = _read(asked.instrument, raw, partial=not complete, remembered=known)
    response = _save(episode, asked, answers, by=by)
    if complete or is_urgent:
        outcome = questionnaire_completion.complete(
            response=response, instrument=asked.instrument, today=today, by=by
        )
        told = advice.for_patient(outcome.findings, episode.clinic)
        return Answered(response, outcome.level, told, is_new=True)
    return Answered(response, Level.NONE, [], is_new=True)


def _open(episode: Episode, code: str, occasion: int, today: date) -> Asked | None:
    if episode.status != Episode.Status.ACTIVE:
        return None
    return questionnaires.get_open(episode, code, occasion, today)


def _may_ask_it(
    episode: Episode,
    code: str,
    stored: QuestionnaireResponse | None,
    asked: Asked | None,
) -> bool:
    """Whether it asks about self-harm; what nobody knows any more may have asked."""
    if asked is not None:
        instrument: Instrument | None = asked.instrument
    elif stored is not None:
        instrument = instruments.of_response(stored)
    else:
        instrument = instruments.offered(episode.clinic).get(code)
    if instrument is None:
        return True
    return any(item.code == SELF_HARM for item in instrument.questions)


def _late_yes(
    episode: Episode,
    code: str,
    occasion: int,
    stored: QuestionnaireResponse | None,
    *,
    by: User,
) -> Answered:
    heard = self_harm.hear(episode=episode, code=code, occasion=occasion, by=by)
    findings = [Finding.from_json(f) for f in heard.findings]
    return Answered(
        stored,
        Level(heard.level),
        advice.for_patient(findings, episode.clinic),
        is_new=True,
        heard_at=heard.created_at,
    )


def _read_urgent(
    instrument: Instrument,
    raw: Mapping[str, object],
    *,
    remembered: Mapping[str, Answer],
) -> dict[str, Answer] | None:
    """Answers that cannot wait, without those that are wrong; None if they can."""
    if raw.get(SELF_HARM) is not True:
        return None
    try:
        answers = read_response(instrument, raw, partial=True, remembered=remembered)
    except InvalidAnswers as invalid:
        wrong = {error.field for error in invalid.errors}
        kept = {code: value for code, value in raw.items() if code not in wrong}
        answers = read_response(instrument, kept, partial=True, remembered=remembered)
    return answers if answers.get(SELF_HARM) is True else None


def _read(
    instrument: Instrument,
    raw: Mapping[str, object],
    *,
    partial: bool,
    remembered: Mapping[str, Answer],
) -> dict[str, Answer]:
    try:
        return read_response(instrument, raw, partial=partial, remembered=remembered)
    except InvalidAnswers as invalid:
        raise InvalidInput(reader_words.errors(invalid.errors)) from invalid


def _save(
    episode: Episode, asked: Asked, answers: dict[str, Answer], *, by: User
) -> QuestionnaireResponse:
    if asked.response is not None:
        asked.response.answers = answers
        asked.response.save(update_fields=["answers"])
        return asked.response
    return QuestionnaireResponse.objects.create(
        clinic=episode.clinic,
        episode=episode,
        instrument=asked.instrument.code,
        instrument_version=asked.instrument.version,
        imported=asked.imported,
        occasion=asked.occasion.day,
        answers=answers,
        entered_by=by,
    )


def _repeated(stored: QuestionnaireResponse, raw: Mapping[str, object]) -> Answered:
    """The answer given the first time, if the content is the same."""
    instrument = instruments.of_response(stored)
    kept = instrument.remembered(stored.answers)
    if _read(instrument, raw, partial=True, remembered=kept) != stored.answers:
        raise Conflict(
            _("This questionnaire is already completed with other answers."),
            code="already_completed",
        )
    return _as_before(stored)


def _as_before(stored: QuestionnaireResponse) -> Answered:
    findings = [Finding.from_json(f) for f in stored.evaluation.findings]
    return Answered(
        stored,
        Level(stored.evaluation.level),
        advice.for_patient(findings, stored.clinic),
        is_new=False,
    )
