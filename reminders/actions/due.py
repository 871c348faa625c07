"""Turn ledger rows whose moment has come into messages."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from reminders.actions import in_order
from reminders.actions.nudge import wake_senders

CHUNK = 5000

# Where a chunk ended in the index. The next one begins there: what was taken stands in
# the index for a while, and would be walked over again by each chunk.
Place = tuple[datetime, UUID]
FRONT = (datetime(1, 1, 1, tzinfo=UTC), UUID(int=0))

# One statement: a row leaves the ledger and its message exists, or neither.
QUEUE = """
WITH due AS (
    SELECT d.id, d.due_at, d.expires_at, s.recipient_id, s.clinic_id, s.kind,
           s.subject_id,
           CASE
               WHEN s.state = 'ended' THEN 'ended'
               WHEN d.local_date BETWEEN s.paused_from AND s.paused_until
                   THEN 'paused'
               WHEN c.rests_on_closed_days
                   -- Neither about such a day nor, as a nudge, on one.
                   AND (c.closed_days @> to_jsonb(d.local_date::text)
                       OR c.closed_days @> to_jsonb(
                           ((d.due_at AT TIME ZONE s.zone)::date)::text))
                   THEN 'clinic_closed'
               WHEN d.expires_at <= %(now)s THEN 'late'
               ELSE ''
           END AS reason
    FROM reminders_duereminder d
    JOIN reminders_reminderschedule s ON s.id = d.schedule_id
    JOIN accounts_clinic c ON c.id = s.clinic_id
    WHERE d.claimed_at IS NULL AND d.due_at <= %(now)s
      AND (d.due_at, d.id) > (%(due_at)s, %(id)s)
    ORDER BY d.due_at, d.id
    LIMIT %(limit)s
    FOR UPDATE OF d SKIP LOCKED
), queued AS (
    INSERT INTO reminders_message
        (id, due_reminder_id, created_at, recipient_id, clinic_id, kind, subject_id,
         is_urgent, path, state, reason, next_attempt_at, attempts, expires_at, step)
    SELECT id, id, %(now)s, recipient_id, clinic_id, kind, subject_id,
           false, '', 'queued', '', %(now)s, 0, expires_at, 0
    FROM due WHERE reason = ''
    ON CONFLICT (id) DO NOTHING
), claimed AS (
    UPDATE reminders_duereminder d
    SET state = CASE due.reason
            WHEN '' THEN 'claimed' WHEN 'late' THEN 'expired' ELSE 'cancelled'
        END,
        claimed_at = %(now)s, state_at = %(now)s, reason = due.reason
    FROM due WHERE d.id = due.id
)
SELECT count(*) OVER (), count(*) FILTER (WHERE reason = '') OVER (), due_at, id
FROM due ORDER BY due_at DESC, id DESC LIMIT 1
"""


def queue_due(now: datetime) -> int:
    """Queue one message for each occasion that is due; returns how many.

    What is paused, ended, too late or of a day on which its clinic rests is closed
    with that reason. Safe to run twice and by several processes at once.
    """
    queued, last = 0, FRONT
    while True:
        taken, messages, last = _queue_chunk(now, last)
        queued += messages
        if taken < CHUNK:
            break
    if queued:
        transaction.on_commit(wake_senders, robust=True)
    return queued


def _queue_chunk(now: datetime, after: Place) -> tuple[int, int, Place]:
    values: dict[str, Any] = {
        "now": now,
        "limit": CHUNK,
        "due_at": after[0],
        "id": after[1],
    }
    with in_order.by_index() as cursor:
        cursor.execute(QUEUE, values)
        row = cursor.fetchone()
    return (row[0], row[1], (row[2], row[3])) if row else (0, 0, after)
