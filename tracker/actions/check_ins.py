"""Submit and correct check-ins. Advice and alert exist before this returns."""

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from backend.accounts.models import User
from backend.audit import recorder
from backend.audit.models import AuditEvent
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput, NotFound
from backend.common.one_statement import insert_guarded
from tracker.actions import (
    alert_reports,
    milestones,
    reader_words,
    second_look,
    submission,
    triage,
    unstored,
)
from tracker.actions.alert_record import lock
from tracker.actions.consents import ConsentWithdrawn
from tracker.actions.second_look import SecondLook
from tracker.actions.submission import Submission
from tracker.clinical.answers import Answers, InvalidAnswers, read_answers
from tracker.clinical.day_count import day_of
from tracker.clinical.trends import Entry
from tracker.clinical.triage.findings import Finding
from tracker.models import CheckIn, MilestoneReached
from tracker.queries import caseload_summary, episode_state
from tracker.queries import check_ins as check_in_queries
from tracker.queries.episode_state import EpisodeState

# Two phones of one patient at the same instant: the second reads again. After so many
# tries it waits in line, so that nothing is turned away for being sent at once.
TRIES = 3
# An entry counts as late once its day has been over for this long.
LATE_AFTER = timedelta(days=1)


class CourseClosed(Conflict):
    """Nobody looks at a closed course any more: it takes no new entry."""

    code = "episode_closed"


@dataclass(frozen=True, slots=True)
class _Entry:
    """One accepted check-in on its way into the database."""

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


def submit(
    *,
    check_in_id: UUID,
    raw: Mapping[str, object],
    by: User,
    episode_id: UUID | None = None,
) -> Submission:
    """Store one check-in with its evaluation, alerts and messages, or nothing.

    Without `episode_id` it is the actor's own; with it the caller has already
    asked whether the actor may enter for that patient. The same content again is
    harmless, also after the course was closed; a new entry for a closed course is
    a Conflict. Raises InvalidInput with every wrong field, NotFound, AlreadyStored, and
    ConsentWithdrawn; each with the advice for an emergency that it refuses.
    """
    for _try in range(TRIES):
        state = _state(by, episode_id)
        with unstored.answered(state, raw):
            done = _submit(state, check_in_id, raw, by)
        if done is not None:
            return done
    return _submit_in_line(state.episode_id, check_in_id, raw, by)


@transaction.atomic
def _submit_in_line(
    episode_id: UUID, check_in_id: UUID, raw: Mapping[str, object], by: User
) -> Submission:
    """With the episode's row held, so that no other entry can be faster."""
    lock(episode_id)
    state = episode_state.by_id(episode_id)
    with unstored.answered(state, raw):
        done = _submit(state, check_in_id, raw, by, is_held=True)
    assert done is not None
    return done


def _submit(
    state: EpisodeState,
    check_in_id: UUID,
    raw: Mapping[str, object],
    by: User,
    *,
    is_held: bool = False,
) -> Submission | None:
    """None where another entry was faster."""
    stored = state.entry(check_in_id)
    if stored is not None:
        return submission.repeated(state, stored, raw)
    _check_open(state, by)
    if state.has_withdrawn:
        raise ConsentWithdrawn(state.clinic)
    entry = _prepare(state, check_in_id, raw, by)
    if not _store(entry, is_held=is_held):
        return None
    return submission.of(
        state,
        entry.check_in,
        entry.findings,
        milestones=list(entry.milestones),
        is_new=True,
    )


def _state(by: User, episode_id: UUID | None) -> EpisodeState:
    if episode_id is None:
        return episode_state.of_patient(by)
    return episode_state.by_id(episode_id)


def _check_open(state: EpisodeState, by: User) -> None:
    """The worklist shows no closed course: an emergency there would be unseen."""
    if not state.caseload.is_active:
        raise CourseClosed(
            _("There is no open course of care for you.")
            if by.pk == state.patient_user_id
            else _("This course of care is closed. Open a new one to enter for it.")
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


def _prepare(
    state: EpisodeState, check_in_id: UUID, raw: Mapping[str, object], by: User
) -> _Entry:
    answers = _read(state, raw)
    entry = Entry.of(answers, day=day_of(answers.local_date, state.performed_on))
    outcome = triage.assess(
        entry=entry,
        stored=state.live_entries(without=answers.corrects),
        scores=state.scores,
        profile=state.profile,
        rules=state.rules,
    )
    return _Entry(
        state=state,
        check_in=_check_in(state, check_in_id, answers, by),
        outcome=outcome,
        again=second_look.at_later(
            state=state, entry=entry, corrects=answers.corrects, outcome=outcome
        ),
        milestones=milestones.shown_by(state, outcome.series),
        by=by,
    )


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


def _store(entry: _Entry, *, is_held: bool) -> bool:
    """One statement where the rules are quiet; a transaction where they speak.

    Inside one that holds the row, a savepoint: what it refuses is looked up after it.
    """
    speaks = bool(entry.outcome.findings or entry.again)
    together: AbstractContextManager[Any] = (
        transaction.atomic() if speaks or is_held else nullcontext()
    )
    try:
        with together:
            if not insert_guarded(
                _rows(entry),
                guard=entry.state.caseload,
                changes=caseload_summary.after(
                    entry.state.caseload, entry.check_in, entry.outcome.entries
                ),
            ):
                return False
            _tell_staff(entry)
    except IntegrityError:
        if CheckIn.objects.filter(pk=entry.check_in.pk).exists():
            raise NotFound from None  # the UUID belongs to somebody else's entry
        raise
    return True


def _tell_staff(entry: _Entry) -> None:
    if entry.outcome.findings:
        alert_reports.report(
            cause=entry.check_in,
            findings=entry.outcome.findings,
            ruleset=entry.outcome.ruleset,
            # Only who wrote the note can say what it means.
            may_ask=entry.by.pk == entry.state.patient_user_id,
        )
    for look in entry.again:
        second_look.keep(look=look, check_in=entry.check_in)


def _rows(entry: _Entry) -> list[Any]:
    return [
        entry.check_in,
        entry.outcome.row(entry.check_in),
        *_milestones(entry),
        _audit(entry),
    ]


def _milestones(entry: _Entry) -> list[MilestoneReached]:
    return [
        MilestoneReached(
            episode_id=entry.state.episode_id,
            code=code,
            reached_on=entry.check_in.local_date,
            source="data",
        )
        for code in entry.milestones
    ]


def _audit(entry: _Entry) -> AuditEvent:
    return recorder.event(
        "check_in.submitted",
        by=entry.by,
        target=entry.check_in,
        level=entry.outcome.level.code,
        ruleset=entry.outcome.ruleset,
    )
