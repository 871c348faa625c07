"""Whom an alert calls at each step, as rows in the outbox."""

import logging
from collections.abc import Iterable

from backend.accounts import duty
from backend.accounts import queries as people_of
from backend.accounts.models import Membership
from backend.common import clock
from reminders.actions import messages
from tracker.clinical.alert_lifecycle import Audience
from tracker.clinical.levels import Level
from tracker.models import Alert
from tracker.queries import alert_calls, alert_clock

logger = logging.getLogger(__name__)

KIND = "alert_notice"


def send(*, alert: Alert, step: int) -> None:
    """Queue one message to each person of this step, once, in this transaction."""
    ladder = alert_clock.ladder_of(alert)
    people = _audience(alert, ladder.audience_at(step)) if ladder else []
    if not people:
        # The clinic shows on /readyz; the alert stays on its worklist.
        logger.error("alert %s: nobody at its clinic can be called", alert.pk)
    call(people, alert=alert, step=step)


def others(alert: Alert) -> list[Membership]:
    """Whom to call as well, now that nobody of its newest step can be reached.

    Those of the next steps who were not called with this one; empty where all were.
    """
    ladder = alert_clock.ladder_of(alert)
    called = alert_calls.with_step(alert)
    for audience in ladder.audiences_from(alert.escalation_step) if ladder else ():
        people = _audience(alert, audience)
        if left := [member for member in people if member.user_id not in called]:
            return left
    return []


def call(people: Iterable[Membership], *, alert: Alert, step: int) -> None:
    for member in people:
        messages.queue(
            recipient=member.user,
            clinic=alert.clinic,
            kind=KIND,
            subject_id=alert.pk,
            dedupe_key=alert_calls.key(alert, step, member.user_id),
        )


def _audience(alert: Alert, audience: Audience) -> list[Membership]:
    """The people to call; an empty audience stands for the next people that exist.

    At the last step of an emergency that is everybody who works there: who may not own
    it can still walk to somebody who may.
    """
    handlers = people_of.alert_handlers(alert.clinic)
    if audience == "first":
        return _first(alert, handlers)
    if audience == "backup":
        return _backup(alert, handlers) or handlers
    if audience == "lead":
        return [m for m in handlers if m.role == "lead"] or handlers
    is_emergency = alert.level == Level.EMERGENCY
    return people_of.members_of(alert.clinic) if is_emergency else handlers


def _first(alert: Alert, handlers: list[Membership]) -> list[Membership]:
    """Who is on duty. At an hour without duty an emergency is everybody's."""
    now = duty.at(alert.clinic, clock.now())
    if now.first:
        return list(now.first)
    if now.is_planned and alert.level == Level.EMERGENCY:
        return handlers
    return _in_order(_at_work(alert, handlers), 0)


def _at_work(alert: Alert, handlers: list[Membership]) -> list[Membership]:
    """Without those who are away today; all of them if that is everybody."""
    away = duty.away(alert.clinic, clock.now())
    return [m for m in handlers if m.pk not in away] or handlers


def _backup(alert: Alert, handlers: list[Membership]) -> list[Membership]:
    now = duty.at(alert.clinic, clock.now())
    return list(now.backup) or _in_order(_at_work(alert, handlers), 1)


def _in_order(handlers: list[Membership], place: int) -> list[Membership]:
    """Those with the lowest contact order, or with the next."""
    orders = sorted({member.contact_order for member in handlers})
    return [m for m in handlers if m.contact_order in orders[place : place + 1]]
