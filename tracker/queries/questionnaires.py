"""The questionnaires of one episode: due, paused, answered, overdue."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from math import ceil

from django.db.models import QuerySet

from tracker.clinical.day_count import day_of
from tracker.clinical.levels import Level
from tracker.clinical.prompting import is_overdue, prompt_days
from tracker.clinical.proms.condition import Answer
from tracker.clinical.proms.definitions import OWN_INSTRUMENTS
from tracker.clinical.proms.instrument import Instrument
from tracker.clinical.proms.schedule import Occasion, occasions
from tracker.clinical.wording.spoken import instrument_in
from tracker.models import Episode, ImportedInstrument, QuestionnaireResponse
from tracker.queries import instruments, speech, triage_facts, zones

QUESTIONS_A_MINUTE = 5
# A form opened before midnight may still be sent when its window has closed.
GRACE_DAYS = 1
SHOWN_REPORTS = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """A questionnaire that the plan asks for on one occasion."""

    instrument: Instrument
    occasion: Occasion
    open_until: date
    # Empty for the product's own instruments.
    imported: ImportedInstrument | None
    # Empty until it is begun.
    response: QuestionnaireResponse | None

    @property
    def minutes(self) -> int:
        """About how long it takes, never less than a minute."""
        return ceil(len(self.instrument.questions) / QUESTIONS_A_MINUTE)


def due(episode: Episode, today: date) -> list[Asked]:
    """Open on the patient's local date and not completed, in the plan's order."""
    day = day_of(today, episode.procedure.performed_on)
    return [
        asked
        for asked in _asked(episode)
        if asked.occasion.holds(day) and not _is_completed(asked)
    ]


def get_open(episode: Episode, code: str, occasion: int, today: date) -> Asked | None:
    """The one that may be answered now; None where nothing of the kind is open."""
    day = day_of(today, episode.procedure.performed_on)
    for asked in _asked(episode):
        if (asked.instrument.code, asked.occasion.day) == (code, occasion):
            first, last = asked.occasion.first_day, asked.occasion.last_day
            return asked if first <= day <= last + GRACE_DAYS else None
    return None


def overdue(episode: Episode, today: date) -> list[Asked]:
    """What staff may want to ask for: the newest occasion of each, unanswered."""
    performed_on = episode.procedure.performed_on
    day = day_of(today, performed_on)
    there = zones.clock_of(episode.patient).local_date(episode.created_at)
    enrolled = day_of(there, performed_on)
    newest = {
        asked.instrument.code: asked
        for asked in _asked(episode)
        if asked.occasion.first_day <= day and asked.occasion.last_day >= enrolled
    }
    return [
        asked
        for asked in newest.values()
        if is_overdue(asked.occasion, day) and not _is_completed(asked)
    ]


def to_remind_of(episode: Episode, local_date: date) -> list[Asked]:
    """What is due and has a prompt on that date."""
    day = day_of(local_date, episode.procedure.performed_on)
    return [
        asked
        for asked in due(episode, local_date)
        if day in prompt_days(asked.occasion)
    ]


def answered(episode: Episode) -> list[QuestionnaireResponse]:
    """Every completed one, newest first."""
    found = [r for r in _responses(episode) if r.completed_at is not None]
    return sorted(found, key=lambda r: (r.completed_at, r.pk), reverse=True)


def needing_staff(episode: Episode) -> list[QuestionnaireResponse]:
    """Completed ones in which a rule found something for staff, newest first."""
    found = (
        QuestionnaireResponse.objects.filter(
            episode=episode, evaluation__level__gte=Level.SOON
        )
        .select_related("evaluation")
        .order_by("-completed_at")
    )
    return list(found[:SHOWN_REPORTS])


def response_of(
    episode: Episode, code: str, occasion: int
) -> QuestionnaireResponse | None:
    """What was stored for an occasion, paused or completed."""
    return (
        QuestionnaireResponse.objects.filter(
            episode=episode, instrument=code, occasion=occasion
        )
        .select_related("imported", "evaluation", "entered_by", "clinic")
        .defer("imported__source")
        .first()
    )


def remembered(episode: Episode, instrument: Instrument) -> dict[str, Answer]:
    """Answers to items that are asked for once, as they were last given."""
    last = (
        QuestionnaireResponse.objects.filter(
            episode=episode, instrument=instrument.code
        )
        .exclude(completed_at=None)
        .order_by("-completed_at")
        .first()
    )
    return instrument.remembered(last.answers) if last else {}


def _is_completed(asked: Asked) -> bool:
    return asked.response is not None and asked.response.completed_at is not None


def _asked(episode: Episode) -> Iterator[Asked]:
    """Every occasion of every questionnaire of the plan, in order of its days."""
    plan = triage_facts.protocol(episode.protocol_id)
    stored = {(r.instrument, r.occasion): r for r in _responses(episode)}
    brought = _brought(episode, [one.code for one in plan.instruments])
    # A licensed questionnaire is long, and is asked many times: read it once.
    read = cache(_instrument)
    for assigned in plan.instruments:
        for occasion in occasions(assigned.schedule):
            response = stored.get((assigned.code, occasion.day))
            imported = response.imported if response else brought.get(assigned.code)
            instrument = read(assigned.code, imported)
            if instrument is not None:
                last_day = timedelta(days=occasion.last_day)
                yield Asked(
                    instrument=instrument,
                    occasion=occasion,
                    open_until=episode.procedure.performed_on + last_day,
                    imported=imported,
                    response=response,
                )


def _instrument(code: str, imported: ImportedInstrument | None) -> Instrument | None:
    if imported is not None:
        return instruments.of_row(imported)
    own = OWN_INSTRUMENTS.get(code)
    return instrument_in(own, speech.current()) if own else None


def _brought(
    episode: Episode, codes: Sequence[str]
) -> Mapping[str, ImportedInstrument]:
    if all(code in OWN_INSTRUMENTS for code in codes):
        return {}
    return instruments.confirmed(episode.clinic_id)


def _responses(episode: Episode) -> QuerySet[QuestionnaireResponse]:
    return (
        QuestionnaireResponse.objects.filter(episode=episode)
        .select_related("imported")
        .defer("imported__source")
    )
