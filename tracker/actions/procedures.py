"""A second procedure: a new course of care, or the same one counted again."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NoReturn

from django.db import transaction

from backend.accounts.models import User
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput
from tracker.actions import episodes, protocols, recount
from tracker.actions.check_in_reminders import follow_plan
from tracker.actions.episodes import ProcedureDetails
from tracker.models import (
    CaseloadRow,
    EarlierProcedure,
    Episode,
    MilestoneReached,
    Procedure,
)
from tracker.queries import procedures

UNDO_WITHIN = timedelta(days=1)
REPEAT_WITHIN = timedelta(minutes=15)
"""The same restart again so soon is a second press, not a third procedure."""


@transaction.atomic
def open_new(
    *, episode: Episode, by: User, procedure: ProcedureDetails, **given: Any
) -> Episode:
    """Close the active course of care and open another on the clinic's current plan.

    The same again within minutes is harmless. Raises InvalidInput, and Conflict naming
    the alerts that are still open.
    """
    if _was_just_opened(episode, by, procedure):
        return episode
    _check_date(episode, procedure.performed_on)
    return episodes.open_episode(
        patient=episode.patient,
        by=by,
        procedure=procedure,
        replaces_active=True,
        **given,
    )


@transaction.atomic
def restart(
    *,
    episode: Episode,
    by: User,
    procedure: ProcedureDetails,
    baseline_pain: Decimal | float | None = None,
    current_protocol: bool = False,
) -> Episode:
    """Count the same course of care from a second procedure.

    The first one is kept with the milestones reached until now, and they may be
    reached again. Alerts stay, evaluations stay as they were judged. Without a new
    `baseline_pain` the one of intake stays. The same again within minutes is harmless.
    Raises InvalidInput and Conflict.
    """
    caseload, replaced = _hold(episode)
    fields = episodes.read_procedure(
        episode.patient, asdict(procedure) | {"baseline_pain": baseline_pain}
    )
    if _is_repeat(episode, replaced, fields, current_protocol):
        return episode
    _check_date(episode, fields["performed_on"])
    _keep(episode, replaced, by)
    before = replaced.performed_on
    pain = fields.pop("baseline_pain")
    episode.baseline_pain = episode.baseline_pain if pain is None else pain
    if current_protocol:
        episode.protocol = protocols.ensure_default(episode.clinic)
    episode.save(update_fields=["baseline_pain", "protocol"])
    _replace(replaced, fields)
    _count_again(episode, caseload, by=before - replaced.performed_on)
    recorder.record("episode.restarted", target=episode, by=by)
    follow_plan(episode=episode, by=by)
    return episode


@transaction.atomic
def undo_restart(*, episode: Episode, by: User) -> Episode:
    """Count from the earlier procedure again, within a day of the restart.

    Milestones reached before are there again. Raises Conflict when it is too late.
    """
    caseload, current = _hold(episode)
    earlier = procedures.earlier(episode)
    if not may_be_undone(episode, earlier):
        raise Conflict("A restart can be taken back for one day only.", code="too_late")
    kept, before = earlier[0], current.performed_on
    _replace(current, _fields_of(kept))
    episode.protocol_id = kept.details["protocol"]
    pain = kept.details["baseline_pain"]
    episode.baseline_pain = None if pain is None else Decimal(pain)
    episode.save(update_fields=["baseline_pain", "protocol"])
    _restore_milestones(episode, kept.milestones)
    kept.delete()
    _count_again(episode, caseload, by=before - current.performed_on)
    recorder.record("episode.restart_undone", target=episode, by=by)
    follow_plan(episode=episode, by=by)
    return episode


def may_be_undone(episode: Episode, earlier: Sequence[EarlierProcedure]) -> bool:
    """Whether the newest restart is young enough; `earlier` is newest first."""
    is_young = bool(earlier) and clock.now() - earlier[0].created_at <= UNDO_WITHIN
    return is_young and episode.status == Episode.Status.ACTIVE


def _hold(episode: Episode) -> tuple[CaseloadRow, Procedure]:
    """The rows that nobody else may change meanwhile."""
    caseload = CaseloadRow.objects.select_for_update().get(episode=episode)
    episode.refresh_from_db(fields=["status", "protocol", "baseline_pain"])
    if episode.status != Episode.Status.ACTIVE:
        raise Conflict("This course of care is closed.", code="episode_closed")
    procedure = Procedure.objects.get(episode=episode)
    episode.procedure = procedure
    return caseload, procedure


def _is_repeat(
    episode: Episode, current: Procedure, fields: dict[str, Any], current_protocol: bool
) -> bool:
    """Whether the newest restart is minutes old and did just this."""
    earlier = procedures.earlier(episode)
    if not earlier or clock.now() - earlier[0].created_at > REPEAT_WITHIN:
        return False
    asked = dict(fields)
    pain, kept = asked.pop("baseline_pain"), earlier[0].details
    if pain is None and kept["baseline_pain"] is not None:
        pain = Decimal(kept["baseline_pain"])
    plan = kept["protocol"]
    if current_protocol:
        plan = str(protocols.ensure_default(episode.clinic).pk)
    return all(getattr(current, name) == value for name, value in asked.items()) and (
        episode.baseline_pain,
        str(episode.protocol_id),
    ) == (pain, plan)


def _was_just_opened(episode: Episode, by: User, asked: ProcedureDetails) -> bool:
    """Whether this is the new course itself, minutes old and of just this procedure."""
    is_young = clock.now() - episode.created_at <= REPEAT_WITHIN
    if not is_young or episode.opened_by_id != by.pk:
        return False
    stored = procedures.details_of(episode.procedure)
    stored["performed_on"] = episode.procedure.performed_on
    given = asdict(asked)
    return all(_as_stored(given[name]) == stored[name] for name in given)


def _as_stored(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _check_date(episode: Episode, performed_on: date) -> None:
    last = episode.procedure.performed_on
    if performed_on <= last:
        _refuse(f"The second procedure comes after the first, of {last:%-d %B %Y}.")
    # Until the day has come the rules still have to watch over the first one.
    if performed_on > clock.local_today(episode.patient.zone):
        _refuse("Enter the second procedure on its day, or later.")


def _refuse(message: str) -> NoReturn:
    raise InvalidInput(
        [{"field": "performed_on", "code": "out_of_range", "message": message}]
    )


def _keep(episode: Episode, replaced: Procedure, by: User) -> None:
    reached = MilestoneReached.objects.filter(episode=episode).order_by("created_at")
    pain = episode.baseline_pain
    EarlierProcedure.objects.create(
        episode=episode,
        performed_on=replaced.performed_on,
        details=procedures.details_of(replaced)
        | {
            "protocol": str(episode.protocol_id),
            "baseline_pain": None if pain is None else str(pain),
        },
        milestones=[_milestone(row) for row in reached],
        replaced_by=by,
    )
    reached.delete()


def _milestone(row: MilestoneReached) -> dict[str, Any]:
    return {
        "code": row.code,
        "reached_on": row.reached_on.isoformat(),
        "source": row.source,
        "reached_by": str(row.reached_by_id) if row.reached_by_id else None,
    }


def _restore_milestones(episode: Episode, kept: Iterable[dict[str, Any]]) -> None:
    kept = list(kept)
    codes = [milestone["code"] for milestone in kept]
    MilestoneReached.objects.filter(episode=episode, code__in=codes).delete()
    MilestoneReached.objects.bulk_create(
        MilestoneReached(
            episode=episode,
            code=milestone["code"],
            reached_on=date.fromisoformat(milestone["reached_on"]),
            source=milestone["source"],
            reached_by_id=milestone["reached_by"],
        )
        for milestone in kept
    )


def _fields_of(kept: EarlierProcedure) -> dict[str, Any]:
    return {"performed_on": kept.performed_on} | {
        name: kept.details[name] for name in procedures.DETAILS
    }


def _replace(row: Procedure, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(update_fields=list(fields))


def _count_again(episode: Episode, caseload: CaseloadRow, *, by: timedelta) -> None:
    recount.move_days(caseload, by=by)
    recount.move_occasions(episode, by=by)
