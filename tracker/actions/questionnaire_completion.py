"""Fix a questionnaire with its score, and have the rules judge what it says."""

import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.db.models import F

from backend.accounts.models import User
from backend.audit import recorder
from backend.common import clock
from tracker.actions import (
    episode_evaluations,
    milestones,
    overdue_questionnaires,
    triage,
)
from tracker.actions.triage import Outcome
from tracker.clinical.day_count import day_of
from tracker.clinical.levels import Level
from tracker.clinical.proms.condition import Answer
from tracker.clinical.proms.instrument import Instrument
from tracker.clinical.proms.score import Score
from tracker.clinical.proms.scoring import SCORINGS
from tracker.clinical.proms.shape import SELF_HARM
from tracker.clinical.trends import Entry
from tracker.clinical.triage.findings import Finding, Reason
from tracker.models import (
    CaseloadRow,
    EpisodeEvaluation,
    MilestoneReached,
    QuestionnaireResponse,
)
from tracker.queries import episode_state

logger = logging.getLogger(__name__)


def complete(
    *, response: QuestionnaireResponse, instrument: Instrument, today: date, by: User
) -> Outcome:
    """Score, evaluation, alert and milestones exist when this returns.

    The caller holds the episode's row of the caseload.
    """
    state = episode_state.by_id(response.episode_id)
    score, faults = _score(instrument, response.answers)
    response.completed_at = clock.now()
    response.local_date = today
    response.day = day_of(today, state.performed_on)
    response.score = score.as_json()
    response.entered_by = by
    response.save()
    outcome = triage.assess(
        entry=Entry(response.day, response.completed_at, **score.feeds),  # type: ignore[arg-type]
        stored=state.live_entries(),
        scores=state.scores,
        profile=state.profile,
        rules=state.rules,
    )
    outcome = replace(outcome, findings=_highest_first(outcome.findings + faults))
    episode_evaluations.keep(
        episode_id=state.episode_id,
        cause=EpisodeEvaluation.Cause.QUESTIONNAIRE,
        local_date=today,
        day=response.day,
        outcome=outcome,
        response=response,
    )
    MilestoneReached.objects.bulk_create(
        MilestoneReached(
            episode_id=state.episode_id, code=code, reached_on=today, source="data"
        )
        for code in milestones.shown_by(state, outcome.series)
    )
    CaseloadRow.objects.filter(pk=state.episode_id).update(version=F("version") + 1)
    overdue_questionnaires.recount(episode_ids=[state.episode_id])
    recorder.record(
        "questionnaire.completed",
        by=by,
        target=response,
        instrument=instrument.code,
        level=outcome.level.code,
        ruleset=outcome.ruleset,
    )
    return outcome


def _score(
    instrument: Instrument, answers: Mapping[str, Answer]
) -> tuple[Score, tuple[Finding, ...]]:
    """The score; answers that cannot be counted become a finding, never silence."""
    try:
        return SCORINGS[instrument.scoring].score(instrument, answers), ()
    except Exception:
        logger.exception("a questionnaire could not be counted")
    feeds = {SELF_HARM: True} if answers.get(SELF_HARM) is True else {}
    reason = Reason("This questionnaire", "could not be counted", "needs to be read")
    fault = Finding("R00", Level.URGENT, (reason,), "A clinician has read the answers.")
    return Score(missing=tuple(i.code for i in instrument.questions), feeds=feeds), (
        fault,
    )


def _highest_first(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: (-f.level, f.rule_id)))
