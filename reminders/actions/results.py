"""Settle messages, and the ledger rows they came from, after an attempt."""

import logging
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple, Self

from django.db import connection

from backend.common import clock
from reminders.models import Message
from reminders.queries.outbox import Claimed
from reminders.scheduling import backoff

log = logging.getLogger(__name__)
State = Message.State

# Only whoever still holds the lease may write; a late worker changes nothing. Most
# messages of a batch end alike, so an end is sent once and named by its number.
RECORD = """
WITH done AS (
    UPDATE reminders_message m SET
        state = e.state, reason = e.reason,
        settled_at = CASE WHEN e.state = 'queued' THEN NULL ELSE %(now)s END,
        next_attempt_at = coalesce(e.next_attempt_at, m.next_attempt_at),
        -- Being held back by a provider is not the message's own attempt.
        attempts = m.attempts - e.held,
        step_at = e.step_at,
        lease_until = NULL, lease_token = NULL
    FROM unnest(%(ids)s::uuid[], %(tokens)s::uuid[], %(numbers)s::int[])
        AS r (id, token, number)
    JOIN unnest(%(of)s::int[], %(states)s::text[], %(reasons)s::text[],
                %(nexts)s::timestamptz[], %(held)s::int[], %(steps)s::timestamptz[])
        AS e (number, state, reason, next_attempt_at, held, step_at) USING (number)
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


class End(NamedTuple):
    """A state and what belongs to it; without a moment the next attempt stays."""

    state: State
    reason: str = ""
    next_attempt_at: datetime | None = None
    is_held: bool = False
    step_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What becomes of one message."""

    message: Claimed
    end: End

    @classmethod
    def sent(
        cls, message: Claimed, reason: str = "", seen_within: timedelta | None = None
    ) -> Self:
        """Handed over; without a sign in that time the next channel is tried."""
        step_at = clock.now() + seen_within if seen_within else None
        return cls(message, End(State.SENT, reason, step_at=step_at))

    @classmethod
    def held(cls, message: Claimed, until: datetime) -> Self:
        """Its provider rests or is busy: nothing was tried, and no try is lost."""
        return cls(message, End(State.QUEUED, "provider_busy", until, is_held=True))

    @classmethod
    def expired(cls, message: Claimed) -> Self:
        return cls(message, End(State.EXPIRED, "late"))

    @classmethod
    def cancelled(cls, message: Claimed, reason: str) -> Self:
        return cls(message, End(State.CANCELLED, reason))

    @classmethod
    def dead(cls, message: Claimed, reason: str) -> Self:
        """Given up: nothing reached anyone, and somebody must look."""
        log.error("message %s of kind %s is dead: %s", message.pk, message.kind, reason)
        return cls(message, End(State.DEAD, reason[:40]))

    @classmethod
    def again(
        cls,
        message: Claimed,
        reason: str,
        retry_after: timedelta | None = None,
        has_arrived: bool = False,
    ) -> Self:
        """Try later; after the last attempt it is sent if anything arrived."""
        jitter = secrets.randbelow(1000) / 1000
        wait = backoff.delay(message.attempts, jitter=jitter, retry_after=retry_after)
        if wait is not None:
            return cls(message, End(State.QUEUED, reason[:40], clock.now() + wait))
        return cls.sent(message) if has_arrived else cls.dead(message, reason)


def record(settled: Sequence[Result], now: datetime) -> None:
    """Write all results in one statement, each only under its own lease."""
    if not settled:
        return
    numbers: dict[End, int] = {}
    columns: dict[str, Any] = {
        "now": now,
        "ids": [result.message.pk for result in settled],
        "tokens": [result.message.lease_token for result in settled],
        "numbers": [numbers.setdefault(one.end, len(numbers)) for one in settled],
        "of": list(numbers.values()),
        "states": [str(end.state) for end in numbers],
        "reasons": [end.reason for end in numbers],
        "nexts": [end.next_attempt_at for end in numbers],
        "held": [int(end.is_held) for end in numbers],
        "steps": [end.step_at for end in numbers],
    }
    with connection.cursor() as cursor:
        cursor.execute(RECORD, columns)
