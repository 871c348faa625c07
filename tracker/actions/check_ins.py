"""Submit and correct check-ins. Advice and alert exist before this returns."""

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from backend.accounts.models import User
from backend.common.errors import Conflict, NotFound
from backend.common.one_statement import insert_guarded
from tracker.actions import (
    alert_reports,
    judged_entry,
    second_look,
    submission,
    unstored,
)
from tracker.actions.alert_record import lock
from tracker.actions.consents import ConsentWithdrawn
from tracker.actions.judged_entry import JudgedEntry
from tracker.actions.submission import Submission
from tracker.models import CheckIn
from tracker.queries import caseload_summary, episode_state
from tracker.queries.episode_state import EpisodeState

# Two phones of one patient at the same instant: the second reads again. After so many
# tries it waits in line, so that nothing is turned away for being sent at once.
TRIES = 3


class CourseClosed(Conflict):
    """Nobody looks at a closed course any more: it takes no new entry."""

    code = "episode_closed"


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
    entry = judged_entry.judge(state, check_in_id, raw, by)
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


def _store(entry: JudgedEntry, *, is_held: bool) -> bool:
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
                judged_entry.rows(entry),
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


def _tell_staff(entry: JudgedEntry) -> None:
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
