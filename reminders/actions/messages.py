"""The outbox: queue a message with its cause, claim messages to send."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction

from backend.accounts.models import Clinic, User
from backend.common import clock
from reminders import kinds
from reminders.actions import in_order
from reminders.actions.nudge import wake_senders
from reminders.models import Message
from reminders.queries import preferences
from reminders.queries.outbox import Claimed
from reminders.scheduling import quiet_hours

# The columns of Claimed, in its order.
CLAIM = """
WITH claimed AS (
    UPDATE reminders_message SET
        state = 'sending',
        attempts = attempts + 1,
        lease_token = %(token)s,
        lease_until = clock_timestamp() + make_interval(secs => %(seconds)s)
    WHERE id IN (
        SELECT id FROM reminders_message
        WHERE settled_at IS NULL
          -- A first call to staff waits for nobody's clock to be right.
          AND (next_attempt_at <= %(now)s OR (is_urgent AND attempts = 0))
          AND (is_urgent OR NOT %(only_urgent)s)
          AND (lease_until IS NULL OR lease_until < clock_timestamp())
        ORDER BY is_urgent DESC, next_attempt_at
        LIMIT %(limit)s
        FOR UPDATE SKIP LOCKED
    )
    RETURNING *
)
SELECT id, recipient_id, kind, subject_id, is_urgent, path, attempts,
       extract(epoch FROM expires_at)::float, step, due_reminder_id, false
FROM claimed
ORDER BY is_urgent DESC, next_attempt_at
"""


def queue(
    *,
    recipient: User,
    clinic: Clinic | None,
    kind: str,
    subject_id: UUID,
    dedupe_key: str,
    path: str = "",
    heeds_quiet_hours: bool = True,
) -> Message:
    """Write the message into the caller's transaction; it goes out after the commit.

    A known `dedupe_key` gives the message that is there already. What is not urgent
    waits for the end of the recipient's quiet hours.
    """
    now = clock.now()
    is_urgent = kinds.get(kind).is_urgent
    waits = heeds_quiet_hours and not is_urgent
    message = Message(
        recipient=recipient,
        clinic=clinic,
        kind=kind,
        subject_id=subject_id,
        dedupe_key=dedupe_key,
        path=path,
        is_urgent=is_urgent,
        next_attempt_at=_out_of_quiet(now, recipient) if waits else now,
    )
    Message.objects.bulk_create([message], ignore_conflicts=True)
    transaction.on_commit(wake_senders, robust=True)
    return Message.objects.get(dedupe_key=dedupe_key)


def claim(limit: int, now: datetime, *, only_urgent: bool = False) -> list[Claimed]:
    """Take up to `limit` open messages, urgent ones first; nobody else gets them.

    A claim holds until its lease runs out, by the clock of the database: a worker
    whose own clock is wrong can neither steal a lease nor overstay it.
    """
    token = uuid4()
    values: dict[str, Any] = {
        "token": token,
        "seconds": settings.MESSAGE_LEASE_SECONDS,
        "now": now,
        "only_urgent": only_urgent,
        "limit": limit,
    }
    with in_order.by_index() as cursor:
        cursor.execute(CLAIM, values)
        return [Claimed._make([*row, token]) for row in cursor.fetchall()]


def _out_of_quiet(now: datetime, recipient: User) -> datetime:
    wishes = preferences.of(recipient)
    return quiet_hours.moved_out(
        now, recipient.zone, wishes.quiet_from, wishes.quiet_to
    )
