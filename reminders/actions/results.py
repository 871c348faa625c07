"""Settle messages, and the ledger rows they came from, after an attempt."""

import logging
import secrets
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple, Self
from uuid import UUID

from django.db import connection

from backend.common import clock
from reminders.actions.arrays import as_array
from reminders.models import Message
from reminders.queries.outbox import Claimed
from reminders.scheduling import backoff

log = logging.getLogger(__name__)
State = Message.State

# Most results of a batch are alike, so an end is sent once for all that have it.
ENDED = """
    SELECT * FROM unnest(%(ids)s::text[], %(tokens)s::uuid[], %(states)s::text[],
                         %(reasons)s::text[], %(nexts)s::timestamptz[],
                         %(held)s::int[], %(steps)s::timestamptz[])
        AS e (ids, token, end_state, end_reason, next_at, held, seen_by),
    unnest(e.ids::uuid[]) AS id
"""
# Only whoever still holds the lease may write; a late worker changes nothing.
MESSAGES = f"""
WITH done AS (
    UPDATE reminders_message m SET
        state = end_state, reason = end_reason,
        settled_at = CASE WHEN end_state = 'queued' THEN NULL ELSE %(now)s END,
        next_attempt_at = coalesce(next_at, m.next_attempt_at),
        -- Being held back by a provider is not the message's own attempt.
        attempts = m.attempts - held,
        step_at = seen_by,
        lease_until = NULL, lease_token = NULL
    FROM ({ENDED}) AS e
    WHERE m.id = e.id AND m.lease_token = e.token
    RETURNING m.due_reminder_id, m.state, m.reason
)
UPDATE reminders_duereminder d
SET state = CASE done.state WHEN 'sent' THEN 'accepted' ELSE done.state END,
    accepted_at = CASE done.state WHEN 'sent' THEN %(now)s END,
    reason = done.reason, state_at = %(now)s
FROM done
WHERE d.id = done.due_reminder_id AND done.state <> 'queued'
  -- A mail that was accepted may come back, and nothing else be left.
  AND (d.state = 'claimed' OR (d.state = 'accepted' AND done.state = 'dead'))
"""
# What was sent, failed or waits becomes a message now; of what was not needed the
# ledger says enough.
OCCASIONS = f"""
WITH done AS (
    UPDATE reminders_duereminder d SET
        state = CASE end_state WHEN 'sent' THEN 'accepted' WHEN 'queued' THEN 'claimed'
                ELSE end_state END,
        reason = CASE end_state WHEN 'queued' THEN '' ELSE end_reason END,
        state_at = CASE end_state WHEN 'queued' THEN d.state_at ELSE %(now)s END,
        accepted_at = CASE end_state WHEN 'sent' THEN %(now)s END,
        is_open = false, lease_until = NULL, lease_token = NULL
    FROM ({ENDED}) AS e
    WHERE d.id = e.id AND d.lease_token = e.token
    RETURNING d.id, d.schedule_id, d.expires_at,
              end_state, end_reason, next_at, held, seen_by
)
INSERT INTO reminders_message
    (id, due_reminder_id, created_at, recipient_id, clinic_id, kind, subject_id,
     is_urgent, path, state, reason, settled_at, next_attempt_at, attempts,
     expires_at, step, step_at)
SELECT done.id, done.id, %(now)s, s.recipient_id, s.clinic_id, s.kind, s.subject_id,
       false, '', end_state, end_reason,
       CASE WHEN end_state <> 'queued' THEN %(now)s END,
       coalesce(next_at, %(now)s), 1 - held, done.expires_at, 0, seen_by
FROM done JOIN reminders_reminderschedule s ON s.id = done.schedule_id
WHERE end_state NOT IN ('cancelled', 'expired')
ON CONFLICT (id) DO NOTHING
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
    def held(
        cls, message: Claimed, until: datetime, reason: str = "provider_busy"
    ) -> Self:
        """Its provider rests or is busy: nothing was tried, and no try is lost."""
        return cls(message, End(State.QUEUED, reason, until, is_held=True))

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
    """Write all results, each only under its own lease: a statement for each table."""
    for statement, is_occasion in ((MESSAGES, False), (OCCASIONS, True)):
        part = [one for one in settled if one.message.is_occasion == is_occasion]
        if part:
            with connection.cursor() as cursor:
                cursor.execute(statement, _columns(part, now))


def _columns(settled: Sequence[Result], now: datetime) -> dict[str, Any]:
    alike: dict[tuple[UUID, End], list[UUID]] = defaultdict(list)
    for one in settled:
        alike[one.message.lease_token, one.end].append(one.message.pk)
    ends = [end for _, end in alike]
    return {
        "now": now,
        "ids": [as_array(ids) for ids in alike.values()],
        "tokens": [token for token, _ in alike],
        "states": [str(end.state) for end in ends],
        "reasons": [end.reason for end in ends],
        "nexts": [end.next_attempt_at for end in ends],
        "held": [int(end.is_held) for end in ends],
        "steps": [end.step_at for end in ends],
    }
