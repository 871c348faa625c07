"""Take the occasions whose moment has come out of the ledger."""

import logging
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from django.conf import settings
from django.db import DataError

from reminders.actions import in_order
from reminders.queries.outbox import Claimed

log = logging.getLogger(__name__)

# Whatever a sender has in hand stands at the front of the ledger.
FRONT = 1000

DUE_DATE = "(d.due_at AT TIME ZONE s.zone)::date"
# Ten times slower: PostgreSQL lists its zones anew for each batch.
DUE_DATE_OF_KNOWN_ZONE = f"""
    CASE WHEN s.zone IN (SELECT name FROM pg_timezone_names) THEN {DUE_DATE} END
"""
# One statement: a row is a sender's or at its end, or nothing has happened.
CLAIM = """
WITH front AS MATERIALIZED (
    SELECT ctid AS place, id, schedule_id, local_date, due_at, expires_at
    FROM reminders_duereminder
    WHERE is_open AND claimed_at IS NULL AND due_at <= %(now)s
    ORDER BY due_at, id
    LIMIT %(limit)s
    FOR UPDATE SKIP LOCKED
), due AS MATERIALIZED (
    SELECT d.place, d.id, d.due_at, d.expires_at, s.recipient_id, s.kind, s.subject_id,
           CASE
               WHEN s.state = 'ended' THEN 'ended'
               WHEN d.local_date BETWEEN s.paused_from AND s.paused_until
                   THEN 'paused'
               WHEN c.rests_on_closed_days
                   -- Neither about such a day nor, as a nudge, on one.
                   AND (c.closed_days @> to_jsonb(d.local_date::text)
                       OR c.closed_days @> to_jsonb({due_date}::text))
                   THEN 'clinic_closed'
               WHEN d.expires_at <= %(now)s THEN 'late'
               ELSE ''
           END AS reason
    FROM front d
    JOIN reminders_reminderschedule s ON s.id = d.schedule_id
    JOIN accounts_clinic c ON c.id = s.clinic_id
), claimed AS (
    UPDATE reminders_duereminder d
    SET state = CASE due.reason
            WHEN '' THEN 'claimed' WHEN 'late' THEN 'expired' ELSE 'cancelled'
        END,
        claimed_at = %(now)s, state_at = %(now)s, reason = due.reason,
        is_open = due.reason = '',
        lease_token = CASE due.reason WHEN '' THEN %(token)s::uuid END,
        lease_until = CASE due.reason WHEN '' THEN
            clock_timestamp() + make_interval(secs => %(seconds)s) END
    -- The rows are locked, so that they stay where they are.
    FROM due WHERE d.ctid = due.place
)
SELECT reason, id, recipient_id, kind, subject_id,
       extract(epoch FROM expires_at)::float
FROM due ORDER BY due_at, id
"""
# The first attempt has failed, or is lost: from now on it is a message like others.
LEAVE = """
WITH abandoned AS (
    SELECT id FROM (
        SELECT id, state, lease_until FROM reminders_duereminder
        WHERE is_open AND due_at <= %(now)s ORDER BY due_at, id LIMIT %(front)s
    ) AS front
    WHERE state = 'claimed' AND (lease_until IS NULL OR lease_until < clock_timestamp())
), freed AS (
    UPDATE reminders_duereminder d
    SET is_open = false, lease_token = NULL, lease_until = NULL
    FROM abandoned
    WHERE d.id = abandoned.id AND d.is_open AND d.state = 'claimed'
      AND (d.lease_until IS NULL OR d.lease_until < clock_timestamp())
    RETURNING d.id, d.schedule_id, d.expires_at
)
INSERT INTO reminders_message
    (id, due_reminder_id, created_at, recipient_id, clinic_id, kind, subject_id,
     is_urgent, path, state, reason, next_attempt_at, attempts, expires_at, step)
SELECT d.id, d.id, %(now)s, s.recipient_id, s.clinic_id, s.kind, s.subject_id,
       false, '', 'queued', '', %(now)s, 1, d.expires_at, 0
FROM freed d JOIN reminders_reminderschedule s ON s.id = d.schedule_id
ON CONFLICT (id) DO NOTHING
"""


class Taken(NamedTuple):
    """How many rows left the plan, and those of them that are to be sent."""

    rows: int
    claimed: list[Claimed]


def claim(limit: int, now: datetime) -> Taken:
    """Take up to `limit` occasions that are due; nobody else gets them.

    What is paused, ended, too late or of a day on which its clinic rests is closed
    with that reason. Like a message, an occasion is its sender's until the lease
    runs out.
    """
    token = uuid4()
    values: dict[str, Any] = {
        "now": now,
        "limit": limit,
        "token": token,
        "seconds": settings.MESSAGE_LEASE_SECONDS,
    }
    try:
        rows = _take(DUE_DATE, values)
    except DataError:  # a zone that a phone knows, and PostgreSQL not yet
        log.exception("the time zone of a reminder that is due is not known")
        rows = _take(DUE_DATE_OF_KNOWN_ZONE, values)
    return Taken(len(rows), [_claimed(row, token) for row in rows if not row[0]])


def leave_to_outbox(now: datetime) -> int:
    """Write a message for what a sender has claimed and not recorded in its time.

    Returns how many. Safe to run twice and by several processes at once.
    """
    with in_order.by_index() as cursor:
        cursor.execute(LEAVE, {"now": now, "front": FRONT})
        return int(cursor.rowcount)


def _take(due_date: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    with in_order.by_index() as cursor:
        cursor.execute(CLAIM.format(due_date=due_date), values)
        return list(cursor.fetchall())


def _claimed(row: tuple[Any, ...], token: UUID) -> Claimed:
    _, pk, recipient, kind, subject, expires_at = row
    # By position, because every reminder comes this way.
    return Claimed(
        pk, recipient, kind, subject, False, "", 1, expires_at, 0, pk, True, token
    )
