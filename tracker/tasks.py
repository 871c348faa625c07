"""Recurring work: fetch ids, call one action each, leave a heartbeat."""

from celery import shared_task

from backend.common import clock, heartbeat
from backend.common.rows import each
from tracker.actions import alert_reports, silent_days, triage
from tracker.queries import alert_clock, alerts, awaited
from tracker.queries import silent_days as silent_day_queries


@shared_task(name="tracker.escalate_overdue_alerts")
@heartbeat.beats("tracker.escalate_overdue_alerts")
def escalate_overdue_alerts() -> int:
    """Wake what was set aside, and call the next people where nobody came in time."""
    woken = each(
        alerts.due_to_wake(),
        lambda ids: alert_reports.wake(alert_id=ids[0], episode_id=ids[1]),
    )
    called = each(
        alert_clock.due_to_escalate(), lambda pk: alert_reports.escalate(alert_id=pk)
    )
    return woken + called


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
