"""One check-in, accepted and judged, with all that is stored for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from backend.accounts.models import User
from backend.audit import recorder
from backend.audit.models import AuditEvent
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput
from tracker.actions import milestones, reader_words, second_look, triage
from tracker.actions.second_look import SecondLook
from tracker.clinical.answers import Answers, InvalidAnswers, read_answers
from tracker.clinical.day_count import day_of
from tracker.clinical.trends import Entry
from tracker.clinical.triage.findings import Finding
from tracker.models import CheckIn, MilestoneReached
from tracker.queries import check_ins as check_in_queries
from tracker.queries.episode_state import EpisodeState

# An entry counts as late once its day has been over for this long.
LATE_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class JudgedEntry:
    """On its way into the database."""

    state: EpisodeState
    check_in: CheckIn
    outcome: triage.Outcome
    again: tuple[SecondLook, ...]
    milestones: tuple[str, ...]
    by: User

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the patient is told about: this entry, and what it brings to light."""
        again = (f for look in self.again for f in look.outcome.findings)
        return check_in_queries.in_order((*self.outcome.findings, *again))


def judge(
    state: EpisodeState, check_in_id: UUID, raw: Mapping[str, object], by: User
) -> JudgedEntry:
    """Read and judged by the rules. Raises InvalidInput and Conflict."""
    answers = _read(state, raw)
    entry = Entry.of(answers, day=day_of(answers.local_date, state.performed_on))
    outcome = triage.assess(
        entry=entry,
        stored=state.live_entries(without=answers.corrects),
        scores=state.scores,
        profile=state.profile,
        rules=state.rules,
    )
    return JudgedEntry(
        state=state,
        check_in=_check_in(state, check_in_id, answers, by),
        outcome=outcome,
        again=second_look.at_later(
            state=state, entry=entry, corrects=answers.corrects, outcome=outcome
        ),
        milestones=milestones.shown_by(state, outcome.series),
        by=by,
    )


def _read(state: EpisodeState, raw: Mapping[str, object]) -> Answers:
    try:
        answers = read_answers(
            raw,
            procedure_date=state.first_performed_on,
            today=clock.local_today(state.zone),
        )
    except InvalidAnswers as invalid:
        raise InvalidInput(reader_words.errors(invalid.errors)) from invalid
    _check_correction(state, answers.corrects)
    return answers


def _check_correction(state: EpisodeState, corrects: UUID | None) -> None:
    if corrects is None:
        return
    if state.entry(corrects) is None:
        raise InvalidInput(
            [
                {
                    "field": "corrects",
                    "code": "unknown_entry",
                    "message": _("The entry to correct is not one of this patient's."),
                }
            ]
        )
    if str(corrects) not in {entry.id for entry in state.live_entries()}:
        raise Conflict(_("That entry has already been corrected."))


def _check_in(
    state: EpisodeState, check_in_id: UUID, answers: Answers, by: User
) -> CheckIn:
    now = clock.now()
    today = now.astimezone(ZoneInfo(state.zone)).date()
    return CheckIn(
        id=check_in_id,
        clinic_id=state.clinic.pk,
        episode_id=state.episode_id,
        local_date=answers.local_date,
        day=day_of(answers.local_date, state.performed_on),
        recorded_at=answers.recorded_at,
        received_at=now,
        is_late=today - answers.local_date > LATE_AFTER,
        pain=answers.pain,
        mobility=answers.mobility,
        answers=answers.as_json(),
        corrects_id=answers.corrects,
        entered_by_id=by.pk,
    )


def rows(entry: JudgedEntry) -> list[Any]:
    """All that is written together."""
    return [
        entry.check_in,
        entry.outcome.row(entry.check_in),
        *_milestones(entry),
        _audit(entry),
    ]


def _milestones(entry: JudgedEntry) -> list[MilestoneReached]:
    return [
        MilestoneReached(
            episode_id=entry.state.episode_id,
            code=code,
            reached_on=entry.check_in.local_date,
            source="data",
        )
        for code in entry.milestones
    ]


def _audit(entry: JudgedEntry) -> AuditEvent:
    return recorder.event(
        "check_in.submitted",
        by=entry.by,
        target=entry.check_in,
        level=entry.outcome.level.code,
        ruleset=entry.outcome.ruleset,
    )
