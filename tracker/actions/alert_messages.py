"""Whom an alert calls at each step, as rows in the outbox."""

import logging

from backend.accounts import queries as people
from backend.accounts.models import Membership
from reminders.actions import messages
from tracker.clinical import alert_lifecycle
from tracker.clinical.levels import Level
from tracker.models import Alert

logger = logging.getLogger(__name__)

KIND = "alert_notice"


def send(*, alert: Alert, step: int) -> None:
    """Queue one message to each person of this step, once, in this transaction."""
    if alert.level not in alert_lifecycle.MESSAGES_STAFF:
        return
    # The clock of a raised alert starts again, so its steps are new ones.
    started = alert.waiting_since.isoformat()
    audience = _audience(alert, step)
    if not audience:
        # The clinic shows on /readyz; the alert stays on its worklist.
        logger.error("alert %s: nobody at its clinic can be called", alert.pk)
    for member in audience:
        messages.queue(
            recipient=member.user,
            clinic=alert.clinic,
            kind=KIND,
            subject_id=alert.pk,
            dedupe_key=f"alert:{alert.pk}:{started}:{step}:{member.user_id}",
            path=f"/clinic/alerts/{alert.pk}",
        )


def _audience(alert: Alert, step: int) -> list[Membership]:
    """The people to call; an empty step calls the next ones that exist.

    First are those with the lowest contact order, then the next, then leads.
    """
    handlers = people.alert_handlers(alert.clinic)
    audience = alert_lifecycle.audience_at(Level(alert.level), step)
    orders = sorted({member.contact_order for member in handlers})
    if audience == "first":
        return [m for m in handlers if m.contact_order == orders[0]]
    if audience == "backup":
        return [m for m in handlers if m.contact_order in orders[1:2]] or handlers
    if audience == "lead":
        return [m for m in handlers if m.role == "lead"] or handlers
    return handlers
