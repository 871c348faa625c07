"""Tick a milestone of the plan, take the tick back, and find what the data show."""

import logging

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from backend.accounts.models import User
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import NotFound
from tracker.actions import consents
from tracker.clinical.milestones import reached_from_data
from tracker.clinical.trends import Series
from tracker.models import CaseloadRow, Episode, MilestoneReached
from tracker.queries import protocols, triage_facts
from tracker.queries.episode_state import EpisodeState

logger = logging.getLogger(__name__)


@transaction.atomic
def reach(*, episode: Episode, code: str, by: User, source: str) -> MilestoneReached:
    """Record that a milestone was reached today; the first record stays.

    `source` is `patient` or `clinic`. Raises NotFound for a code the plan lacks.
    """
    _require(episode, code)
    consents.require_and_hold(episode.patient)
    _guard(episode)
    reached, is_new = MilestoneReached.objects.get_or_create(
        episode=episode,
        code=code,
        defaults={
            "reached_on": clock.local_today(episode.patient.zone),
            "source": source,
            "reached_by": by,
        },
    )
    if is_new:
        recorder.record(
            "milestone.reached", target=episode, by=by, code=code, source=source
        )
    return reached


@transaction.atomic
def unreach(*, episode: Episode, code: str, by: User) -> None:
    """Take a tick back; harmless where there is none. Raises NotFound as above."""
    _require(episode, code)
    _guard(episode)
    deleted, _ = MilestoneReached.objects.filter(episode=episode, code=code).delete()
    if deleted:
        recorder.record("milestone.taken_back", target=episode, by=by, code=code)


def shown_by(state: EpisodeState, series: Series | None) -> tuple[str, ...]:
    """What the data show and nobody recorded. A fault here must not cost the report."""
    if series is None:
        return ()
    plan = triage_facts.protocol(state.protocol_id)
    try:
        return reached_from_data(plan, series, state.milestones)
    except Exception:  # a missed milestone is found another day
        logger.exception("milestones could not be read from a series")
        return ()


def _require(episode: Episode, code: str) -> None:
    if code not in {m.code for m in protocols.plan_of(episode).milestones}:
        raise NotFound(_("This plan has no such milestone."))


def _guard(episode: Episode) -> None:
    # A check-in may be about to record the same milestone; moving the version it
    # is guarded by makes it look again.
    CaseloadRow.objects.filter(episode=episode).update(version=F("version") + 1)
