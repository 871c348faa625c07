"""Everything that happened to one patient in an episode, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from itertools import chain
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from backend.accounts.models import User
from tracker.clinical.adverse_events.terms import TERMS
from tracker.clinical.answers import Answers
from tracker.clinical.levels import Level
from tracker.clinical.proms.answer_words import answer_words
from tracker.clinical.symptoms import SYMPTOMS
from tracker.clinical.triage.advice import clinician_note
from tracker.clinical.triage.findings import Finding
from tracker.models import (
    AlertEvent,
    CheckIn,
    Episode,
    EpisodeEvaluation,
    MilestoneReached,
    QuestionnaireResponse,
)
from tracker.queries import (
    adverse_events,
    check_ins,
    helpers,
    procedures,
    protocols,
)
from tracker.queries.instruments import of_response
from tracker.queries.procedures import ProcedureFacts

# Several steps of one transaction share a moment; a page never cuts between them.
SAME_MOMENT = 20


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened. `by` is empty for the system's own steps."""

    at: datetime
    kind: str
    title: str
    detail: str = ""
    level: Level = Level.NONE
    by: str = ""
    check_in_id: UUID | None = None
    alert_id: UUID | None = None
    adverse_event_id: UUID | None = None


def entries(
    episode: Episode, before: datetime | None = None, limit: int = 50
) -> list[TimelineEntry]:
    """At least `limit` entries older than `before`, if there are as many.

    A page ends with a whole moment: its last `at` is the `before` of the next.
    """
    found = [
        entry
        for entry in chain(
            # Of one moment the consequence stands above its cause.
            _milestones(episode, before, limit),
            _alert_steps(episode, before, limit),
            _silent_days(episode, before, limit),
            _adverse_events(episode, before, limit),
            _questionnaires(episode, before, limit),
            _check_ins(episode, before, limit),
            _frame(episode),
        )
        if before is None or entry.at < before
    ]
    found.sort(key=lambda entry: entry.at, reverse=True)
    end = limit
    while 0 < end < len(found) and found[end].at == found[end - 1].at:
        end += 1
    return found[:end]


def _page(
    rows: QuerySet[Any], moment: str, before: datetime | None, limit: int
) -> QuerySet[Any]:
    if before is not None:
        rows = rows.filter(**{f"{moment}__lt": before})
    return rows.order_by(f"-{moment}", "-pk")[: limit + SAME_MOMENT]


def _check_ins(
    episode: Episode, before: datetime | None, limit: int
) -> Iterator[TimelineEntry]:
    rows = check_ins.newest_first(episode).select_related("corrected_by")
    patient_user = episode.patient.user_id
    writers = helpers.writers(episode.patient)
    for row in _page(rows, "received_at", before, limit):
        evaluation = getattr(row, "evaluation", None)
        yield TimelineEntry(
            at=row.received_at,
            kind="check_in",
            title=_check_in_title(row),
            detail=_answers(row),
            level=Level(evaluation.level) if evaluation else Level.NONE,
            by=""
            if row.entered_by_id == patient_user
            else writers.get(row.entered_by_id, _name(row.entered_by)),
            check_in_id=row.pk,
        )


def _check_in_title(row: CheckIn) -> str:
    title = f"Check-in, day {row.day}"
    if row.corrects_id:
        title += ", corrects an earlier one"
    if getattr(row, "corrected_by", None):
        title += ", corrected later"
    return title + (", sent late" if row.is_late else "")


def _answers(row: CheckIn) -> str:
    answers = Answers.from_json(row.answers)
    parts = []
    if answers.pain is not None:
        parts.append(f"pain {answers.pain}")
    if answers.mobility is not None:
        parts.append(f"mobility {answers.mobility}")
    if answers.temperature_c is not None:
        parts.append(f"{answers.temperature_c} °C")
    parts += [
        f"{SYMPTOMS[code].label} ({change.value})"
        for code, change in answers.symptoms or ()
    ]
    return ", ".join(parts)


def _alert_steps(
    episode: Episode, before: datetime | None, limit: int
) -> Iterator[TimelineEntry]:
    rows = AlertEvent.objects.filter(alert__episode=episode)
    for row in _page(rows.select_related("alert", "by"), "created_at", before, limit):
        headline = clinician_note(Finding.from_json(row.alert.finding)).headline
        yield TimelineEntry(
            at=row.created_at,
            kind="alert",
            title=f"Alert {row.kind}: {headline}",
            detail=row.note,
            level=Level(row.alert.level if row.level is None else row.level),
            by=_name(row.by),
            check_in_id=row.check_in_id,
            alert_id=row.alert_id,
        )


def _silent_days(
    episode: Episode, before: datetime | None, limit: int
) -> Iterator[TimelineEntry]:
    """Days that ended without an entry where a rule had something to say."""
    rows = EpisodeEvaluation.objects.filter(
        episode=episode, cause=EpisodeEvaluation.Cause.NO_ENTRY
    )
    for row in _page(rows, "created_at", before, limit):
        notes = (clinician_note(Finding.from_json(f)) for f in row.findings)
        yield TimelineEntry(
            at=row.created_at,
            kind="silence",
            title=f"Day {row.day} ended without a check-in",
            detail=", ".join(note.headline for note in notes),
            level=Level(row.level),
        )


def _milestones(
    episode: Episode, before: datetime | None, limit: int
) -> Iterator[TimelineEntry]:
    titles = {m.code: m.title for m in protocols.plan_of(episode).milestones}
    rows = MilestoneReached.objects.filter(episode=episode)
    for row in _page(rows.select_related("reached_by"), "created_at", before, limit):
        yield TimelineEntry(
            at=row.created_at,
            kind="milestone",
            title=f"Milestone reached: {titles.get(row.code, row.code)}",
            by=_name(row.reached_by),
        )


def _questionnaires(
    episode: Episode, before: datetime | None, limit: int
) -> Iterator[TimelineEntry]:
    patient_user = episode.patient.user_id
    rows = (
        QuestionnaireResponse.objects.filter(episode=episode)
        .exclude(completed_at=None)
        .select_related("imported", "evaluation", "entered_by")
        .defer("imported__source")
    )
    for row in _page(rows, "completed_at", before, limit):
        evaluation = getattr(row, "evaluation", None)
        yield TimelineEntry(
            at=row.completed_at,
            kind="questionnaire",
            title=f"Questionnaire: {of_response(row).title}",
            detail=_given(row),
            level=Level(evaluation.level) if evaluation else Level.NONE,
            by="" if row.entered_by_id == patient_user else _name(row.entered_by),
        )


def _given(row: QuestionnaireResponse) -> str:
    """The score where there is one, then every answer."""
    score = row.score or {}
    total = score.get("total")
    counted = "" if total is None else f"Score {total:g}"
    lines = [", ".join(filter(None, [counted, score.get("band")]))]
    lines += [
        f"{item.text} {answer_words(item, row.answers[item.code])}"
        for item in of_response(row).questions
        if item.code in row.answers
    ]
    return "\n".join(filter(None, lines))


def _frame(episode: Episode) -> Iterator[TimelineEntry]:
    """The beginning, the procedures and the end."""
    yield TimelineEntry(episode.created_at, "episode", "Course of care opened")
    facts = procedures.facts_of(episode.procedure)
    yield _procedure(episode, facts, "Procedure, day 0")
    for earlier in procedures.earlier(episode):
        facts = procedures.facts_of(earlier)
        yield _procedure(episode, facts, "Earlier procedure")
        yield TimelineEntry(
            at=earlier.created_at,
            kind="procedure",
            title="Counted again from a second procedure",
            by=_name(earlier.replaced_by),
        )
    if episode.closed_at:
        yield TimelineEntry(episode.closed_at, "episode", "Course of care closed")


def _procedure(episode: Episode, done: ProcedureFacts, title: str) -> TimelineEntry:
    noon = datetime.combine(
        done.performed_on, time(12), tzinfo=ZoneInfo(episode.patient.zone)
    )
    where = ", ".join([done.region, *done.levels])
    return TimelineEntry(noon, "procedure", title, where)


def _adverse_events(
    episode: Episode, before: datetime | None, limit: int
) -> Iterator[TimelineEntry]:
    rows = adverse_events.of_episode(episode)
    for row in _page(rows, "created_at", before, limit):
        serious = ", serious" if row.seriousness else ""
        yield TimelineEntry(
            at=row.created_at,
            kind="adverse_event",
            title=f"Adverse event recorded: {TERMS[row.term].label}",
            detail=f"grade {row.grade}{serious}, began {row.onset_on:%-d %B %Y}",
            by=_name(row.recorded_by),
            adverse_event_id=row.pk,
        )


def _name(user: User | None) -> str:
    return user.get_full_name() if user else ""
