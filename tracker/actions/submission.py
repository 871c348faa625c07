"""What a patient gets back for a check-in, the first time and every time again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from backend.common import clock
from backend.common.errors import Conflict
from tracker.clinical.answers import Answers, InvalidAnswers, read_answers
from tracker.clinical.levels import Level
from tracker.clinical.triage.findings import Finding
from tracker.models import CheckIn
from tracker.queries import advice, check_ins, triage_facts
from tracker.queries.episode_state import EpisodeState, StoredEntry


class AlreadyStored(Conflict):
    """The UUID is taken by an entry with other answers; those are kept."""

    code = "already_stored"


@dataclass(frozen=True, slots=True)
class Submission:
    """What the patient gets back. `is_new` is False for a repeat of the same."""

    check_in_id: UUID
    day: int
    phase: str
    level: Level
    received_at: datetime
    advice: list[dict[str, Any]]
    clinic: dict[str, Any]
    milestones_reached: list[str]
    is_new: bool


def repeated(
    state: EpisodeState, stored: StoredEntry, raw: Mapping[str, object]
) -> Submission:
    """The answer given the first time, if the content is the same."""
    if Answers.from_json(stored.answers) != _unchecked(raw, state):
        raise AlreadyStored(
            _("This entry is already stored with other answers. Send a correction."),
            stored={"id": stored.id, **stored.answers},
        )
    check_in = CheckIn.objects.select_related("evaluation").get(pk=stored.id)
    return of(
        state,
        check_in,
        check_ins.findings_of(check_in),
        milestones=[],
        is_new=False,
    )


def _unchecked(raw: Mapping[str, object], state: EpisodeState) -> Answers | None:
    """The repeat as it reads today; None if it no longer reads at all."""
    try:
        return read_answers(
            raw,
            procedure_date=state.first_performed_on,
            today=clock.local_today(state.zone),
        )
    except InvalidAnswers:
        return None


def of(
    state: EpisodeState,
    check_in: CheckIn,
    findings: tuple[Finding, ...],
    *,
    milestones: list[str],
    is_new: bool,
) -> Submission:
    plan = triage_facts.protocol(state.protocol_id)
    return Submission(
        check_in_id=check_in.pk,
        day=check_in.day,
        phase=plan.phase_on(check_in.day).code,
        level=max((f.level for f in findings), default=Level.NONE),
        received_at=check_in.received_at,
        advice=advice.for_patient(findings, state.clinic),
        clinic=advice.clinic_lines(state.clinic, clock.now()),
        milestones_reached=milestones,
        is_new=is_new,
    )
