"""A yes to the question on self-harm that no open questionnaire can take any more."""

from django.db import transaction

from backend.accounts.models import User
from backend.audit import recorder
from backend.common import clock
from tracker.actions import episode_evaluations, triage
from tracker.clinical.day_count import day_of
from tracker.clinical.trends import Entry
from tracker.models import Episode, EpisodeEvaluation
from tracker.queries import episode_state


@transaction.atomic
def hear(*, episode: Episode, code: str, occasion: int, by: User) -> EpisodeEvaluation:
    """Judge it as said today and call staff, also in a course that was closed.

    What was completed stays as it is: the evaluation stands without a response.
    A repeat adds to the live alert.
    """
    state = episode_state.by_id(episode.pk)
    today = clock.local_today(state.zone)
    day = day_of(today, state.performed_on)
    outcome = triage.assess(
        entry=Entry(day, clock.now(), self_harm=True),
        stored=state.live_entries(),
        scores=state.scores,
        profile=state.profile,
        rules=state.rules,
    )
    evaluation = episode_evaluations.keep(
        episode_id=episode.pk,
        cause=EpisodeEvaluation.Cause.QUESTIONNAIRE,
        local_date=today,
        day=day,
        outcome=outcome,
    )
    recorder.record(
        "questionnaire.late_yes",
        by=by,
        target=evaluation,
        clinic_id=episode.clinic_id,
        instrument=code,
        occasion=occasion,
        level=outcome.level.code,
    )
    return evaluation
