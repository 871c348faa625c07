"""Keep what the rules said where no new check-in was judged, and tell staff."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from backend.audit import recorder
from tracker.actions import alert_reports
from tracker.actions.triage import Outcome
from tracker.clinical.triage.findings import Finding
from tracker.models import EpisodeEvaluation


@transaction.atomic
def keep(
    *,
    episode_id: UUID,
    cause: EpisodeEvaluation.Cause,
    local_date: date,
    day: int,
    outcome: Outcome,
    report: Iterable[Finding] | None = None,
    **source: Any,
) -> EpisodeEvaluation:
    """Store an evaluation that found something, and report it.

    `report` holds the findings that staff have not heard of; all if left out.
    `source` is the row it came from, such as the response of a questionnaire.
    """
    evaluation = EpisodeEvaluation.objects.create(
        episode_id=episode_id,
        cause=cause,
        local_date=local_date,
        day=day,
        **outcome.stored(),
        **source,
    )
    recorder.record(
        "episode.judged",
        by="triage",
        target=evaluation,
        clinic_id=evaluation.episode.clinic_id,
        cause=cause,
        level=outcome.level.code,
        ruleset=outcome.ruleset,
    )
    alert_reports.report(
        cause=evaluation,
        findings=outcome.findings if report is None else report,
        ruleset=outcome.ruleset,
    )
    return evaluation
