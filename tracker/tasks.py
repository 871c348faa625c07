"""Recurring work: fetch ids, call one action each, leave a heartbeat."""

import logging

from celery import shared_task

from backend.common import heartbeat
from tracker.actions import alerts, triage
from tracker.queries import alerts as alert_queries
from tracker.queries import awaited

logger = logging.getLogger(__name__)


@shared_task(name="tracker.escalate_overdue_alerts")
@heartbeat.beats("tracker.escalate_overdue_alerts")
def escalate_overdue_alerts() -> int:
    """Call the next people for every alert nobody has owned in time."""
    return sum(alerts.escalate(alert_id=pk) for pk in alert_queries.unowned_ids())


@shared_task(name="tracker.evaluate_missed_check_ins")
@heartbeat.beats("tracker.evaluate_missed_check_ins")
def evaluate_missed_check_ins() -> int:
    """Evaluate every stored check-in found without an evaluation."""
    missed = awaited.evaluations()
    for check_in in missed:
        logger.warning("check-in %s had no evaluation", check_in.pk)
        triage.evaluate_missed(check_in=check_in)
    return len(missed)
