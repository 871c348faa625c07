"""Recurring work: fetch ids, call one action each, leave a heartbeat."""

from functools import partial
from uuid import UUID

from celery import shared_task

from backend.common import clock, heartbeat
from backend.common.rows import each
from tracker.actions import alert_owners as owners
from tracker.actions import (
    alert_reports,
    overdue_questionnaires,
    silent_days,
    triage,
)
from tracker.queries import alert_clock, alert_owners, alerts, awaited
from tracker.queries import silent_days as silent_day_queries


@shared_task(name="tracker.escalate_overdue_alerts")
@heartbeat.beats("tracker.escalate_overdue_alerts")
def escalate_overdue_alerts() -> int:
    """Wake what was set aside, free what has lost its owner, and call the next people.

    One that fails does not stand in the way of the others, of whatever kind.
    """
    woken = [partial(_wake, *ids) for ids in alerts.due_to_wake()]
    freed = [partial(_release, *ids) for ids in alert_owners.owned_by_nobody_here()]
    called = [partial(_escalate, pk) for pk in alert_clock.due_to_escalate()]
    return each([*called, *woken, *freed], lambda job: job())


def _wake(alert_id: UUID, episode_id: UUID) -> bool:
    return alert_reports.wake(alert_id=alert_id, episode_id=episode_id)


def _release(alert_id: UUID, episode_id: UUID) -> bool:
    return owners.release(alert_id=alert_id, episode_id=episode_id)


def _escalate(alert_id: UUID) -> bool:
    return alert_reports.escalate(alert_id=alert_id)


@shared_task(name="tracker.evaluate_missed_check_ins")
@heartbeat.beats("tracker.evaluate_missed_check_ins")
def evaluate_missed_check_ins() -> int:
    """Evaluate every stored check-in found without an evaluation."""
    return each(awaited.evaluations(), lambda row: triage.evaluate_missed(check_in=row))


@shared_task(name="tracker.evaluate_silent_days")
@heartbeat.beats("tracker.evaluate_silent_days")
def evaluate_silent_days() -> int:
    """Judge each patient's yesterday where it was too long a silence, or a review."""
    return each(
        silent_day_queries.to_judge(clock.now()),
        lambda silent: silent_days.judge(silent=silent),
    )


@shared_task(name="tracker.recount_overdue_questionnaires")
@heartbeat.beats("tracker.recount_overdue_questionnaires")
def recount_overdue_questionnaires() -> int:
    """Count anew what staff may want to ask for: a new day changes it."""
    return overdue_questionnaires.recount()
