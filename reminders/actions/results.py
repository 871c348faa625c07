"""Settle messages, and the ledger rows they came from, after an attempt."""

import logging
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self

from django.db import connection

from backend.common import clock
from reminders.models import Message
from reminders.scheduling import backoff

log = logging.getLogger(__name__)
State = Message.State

# Only whoever still holds the lease may write; a late worker changes nothing.
RECORD = """
WITH done AS (
    UPDATE reminders_message m SET
        state = r.state, reason = r.reason,
        settled_at = CASE WHEN r.state = 'queued' THEN NULL ELSE %(now)s END,
        next_attempt_at = r.next_attempt_at,
        -- Being held back by a provider is not the message's own attempt.
        attempts = m.attempts - r.held,
        step_at = r.step_at,
        lease_until = NULL, lease_token = NULL
    FROM unnest(%(ids)s::uuid[], %(tokens)s::uuid[], %(states)s::text[],
                %(reasons)s::text[], %(nexts)s::timestamptz[], %(held)s::int[],
                %(steps)s::timestamptz[])
        AS r (id, token, state, reason, next_attempt_at, held, step_at)
    WHERE m.id = r.id AND m.lease_token = r.token
    RETURNING m.due_reminder_id, m.state, m.reason
)
UPDATE reminders_duereminder d
SET state = CASE done.state WHEN 'sent' THEN 'accepted' ELSE done.state END,
    accepted_at = CASE done.state WHEN 'sent' THEN %(now)s END,
    reason = done.reason, state_at = %(now)s
FROM done
WHERE d.id = done.due_reminder_id AND d.state = 'claimed' AND done.state <> 'queued'
"""


@dataclass(frozen=True)
class Result:
    """What becomes of one message."""

    message: Message
    state: State
    reason: str
    next_attempt_at: datetime
    is_held: bool = False
    step_at: datetime | None = None

    @classmethod
    def sent(
        cls, message: Message, reason: str = "", seen_within: timedelta | None = None
    ) -> Self:
        """Handed over; without a sign in that time the next channel is tried."""
        step_at = clock.now() + seen_within if seen_within else None
        at = message.next_attempt_at
        return cls(message, State.SENT, reason, at, step_at=step_at)

    @classmethod
    def held(cls, message: Message, until: datetime) -> Self:
        """Its provider rests or is busy: nothing was tried, and no try is lost."""
        return cls(message, State.QUEUED, "provider_busy", until, is_held=True)

    @classmethod
    def expired(cls, message: Message) -> Self:
        return cls(message, State.EXPIRED, "late", message.next_attempt_at)

    @classmethod
    def cancelled(cls, message: Message, reason: str) -> Self:
        return cls(message, State.CANCELLED, reason, message.next_attempt_at)

    @classmethod
    def dead(cls, message: Message, reason: str) -> Self:
        """Given up: nothing reached anyone, and somebody must look."""
        log.error("message %s of kind %s is dead: %s", message.pk, message.kind, reason)
        return cls(message, State.DEAD, reason[:40], message.next_attempt_at)

    @classmethod
    def again(
        cls,
        message: Message,
        reason: str,
        retry_after: timedelta | None = None,
        has_arrived: bool = False,
    ) -> Self:
        """Try later; after the last attempt it is sent if anything arrived."""
        jitter = secrets.randbelow(1000) / 1000
        wait = backoff.delay(message.attempts, jitter=jitter, retry_after=retry_after)
        if wait is not None:
            return cls(message, State.QUEUED, reason[:40], clock.now() + wait)
        return cls.sent(message) if has_arrived else cls.dead(message, reason)


def record(settled: Sequence[Result], now: datetime) -> None:
    """Write all results in one statement, each only under its own lease."""
    if not settled:
        return
    columns: dict[str, Any] = {
        "now": now,
        "ids": [result.message.pk for result in settled],
        "tokens": [result.message.lease_token for result in settled],
        "states": [str(result.state) for result in settled],
        "reasons": [result.reason for result in settled],
        "nexts": [result.next_attempt_at for result in settled],
        "held": [int(result.is_held) for result in settled],
        "steps": [result.step_at for result in settled],
    }
    with connection.cursor() as cursor:
        cursor.execute(RECORD, columns)
