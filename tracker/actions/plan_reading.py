"""The patient says that they read what their plan asks of them now."""

from django.db import transaction

from backend.accounts.models import User
from backend.audit import recorder
from backend.common import clock
from tracker.actions import consents, milestones
from tracker.clinical.day_count import day_of
from tracker.models import Episode, PlanReading
from tracker.queries import protocols

MILESTONE = "plan_read"


@transaction.atomic
def stamp(*, episode: Episode, by: User) -> PlanReading:
    """Keep that the phase of today was read; the first time stays, twice is harmless.

    Where the plan has a milestone for it, that is reached too.
    """
    consents.require_and_hold(episode.patient)
    plan = protocols.plan_of(episode)
    day_0 = episode.procedure.performed_on
    today = clock.local_today(episode.patient.zone)
    reading, is_new = PlanReading.objects.get_or_create(
        episode=episode,
        protocol=episode.protocol,
        day_0=day_0,
        phase=plan.phase_on(day_of(today, day_0)).code,
        defaults={"read_by": by},
    )
    if is_new:
        recorder.record("plan.read", target=episode, by=by, phase=reading.phase)
        if any(one.code == MILESTONE for one in plan.milestones):
            milestones.reach(episode=episode, code=MILESTONE, by=by, source="patient")
    return reading
