"""One try on one channel: written down, made, and its result written down."""

import logging
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from reminders.actions import lanes
from reminders.channels.base import ChannelError, Outgoing
from reminders.channels.registry import CHANNELS
from reminders.models import Delivery, PushSubscription
from reminders.queries.outbox import Claimed

log = logging.getLogger(__name__)
Status = Delivery.Status

# A round of sends is over after this, whatever other people's servers do.
PATIENCE = 12.0
# How often a waiting round looks whether somebody urgent has come in.
GLANCE = 0.25

# The lease of a message, or of an occasion that has no message yet.
HELD = """
    SELECT lease_token, lease_until FROM reminders_message WHERE id = t.message
    UNION ALL
    SELECT lease_token, lease_until FROM reminders_duereminder WHERE id = t.message
"""
# Nothing is written, and so nothing sent, for a lease that has run out: a
# stalled worker that wakes late finds that the message is no longer its own.
OPEN = f"""
INSERT INTO reminders_delivery
    (id, created_at, message_id, channel, push_subscription_id, status,
     provider_id, error, attempted_at)
SELECT t.id, %s, t.message, t.channel, t.subscription, 'sending', '', '', %s
FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::text[], %s::uuid[])
    AS t (id, message, token, channel, subscription)
JOIN LATERAL ({HELD}) AS held
    ON held.lease_token = t.token AND held.lease_until > clock_timestamp()
RETURNING id
"""
CLOSE = f"""
UPDATE reminders_delivery d
SET status = t.status, provider_id = t.provider, error = t.error
FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::text[], %s::text[], %s::text[])
    AS t (id, message, token, status, provider, error)
JOIN LATERAL ({HELD}) AS held ON held.lease_token = t.token
WHERE d.id = t.id AND d.status = 'sending'
"""

Target = tuple[str, UUID | None]


@dataclass(eq=False)
class Try:
    """What goes out on which channel, and how it went."""

    message: Claimed
    channel: str
    outgoing: Outgoing
    status: Status = Status.SENDING
    provider_id: str = ""
    error: str = ""
    is_gone: bool = False
    is_recipients: bool = False
    retry_after: timedelta | None = None

    @property
    def subscription(self) -> PushSubscription | None:
        return self.outgoing.subscription

    @property
    def target(self) -> Target:
        return self.channel, self.subscription.pk if self.subscription else None


def open_all(tries: Sequence[Try], now: datetime) -> tuple[list[Try], list[Try]]:
    """Write every try down before it is made; returns those still ours, and not."""
    if not tries:
        return [], []
    rows = [
        (t.outgoing.delivery_id, t.message.pk, t.message.lease_token, *t.target)
        for t in tries
    ]
    with connection.cursor() as cursor:
        cursor.execute(OPEN, [now, now, *_columns(rows)])
        opened = {row[0] for row in cursor.fetchall()}
    ours = [t for t in tries if t.outgoing.delivery_id in opened]
    return ours, [t for t in tries if t.outgoing.delivery_id not in opened]


def send_all(tries: Sequence[Try], meanwhile: Callable[[], None]) -> None:
    """Make the tries side by side, outside any transaction; none of them raises.

    Channels do not wait for each other, nor what is urgent for what is not. While
    the slow ones are waited for, `meanwhile` is called again and again. A try that
    takes too long is left behind with an unknown outcome.
    """
    waiting = {one: lanes.start(one.channel, one.message.is_urgent, _send, one)
               for one in tries}  # fmt: skip
    ends = time.monotonic() + PATIENCE
    while waiting and time.monotonic() < ends:
        for one in lanes.finished(waiting, GLANCE):
            _apply(one, waiting.pop(one).result())
        if waiting:
            meanwhile()
    for one, job in waiting.items():
        if job.cancel():
            _apply(one, Outcome(Status.TEMPORARY_FAILURE, error="channel_busy"))
        elif job.done():
            _apply(one, job.result())
        else:
            lanes.leave_behind(one.channel, one.message.is_urgent)
            _apply(one, Outcome(Status.UNKNOWN_OUTCOME, error="took_too_long"))


def close_all(tries: Iterable[Try]) -> None:
    """Write the results down, unless somebody else has taken the message over."""
    rows = [
        (
            t.outgoing.delivery_id,
            t.message.pk,
            t.message.lease_token,
            str(t.status),
            t.provider_id,
            t.error,
        )
        for t in tries
    ]
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(CLOSE, _columns(rows))


def _columns(rows: Sequence[tuple[object, ...]]) -> list[list[Any]]:
    """Rows turned into the arrays that PostgreSQL's unnest takes."""
    return [list(column) for column in zip(*rows, strict=True)]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a try went; handed over, because its thread may come back too late."""

    status: Status
    provider_id: str = ""
    error: str = ""
    is_gone: bool = False
    is_recipients: bool = False
    retry_after: timedelta | None = None


def _apply(one: Try, outcome: Outcome) -> None:
    one.status, one.error = outcome.status, outcome.error[:40]
    one.provider_id = outcome.provider_id[:200]
    one.is_gone, one.retry_after = outcome.is_gone, outcome.retry_after
    one.is_recipients = outcome.is_recipients


def _send(one: Try) -> Outcome:
    try:
        result = CHANNELS[one.channel].send(one.outgoing)
    except ChannelError as error:
        return Outcome(
            _failure(error),
            error=error.code,
            is_gone=error.gone,
            is_recipients=error.is_recipients,
            retry_after=error.retry_after,
        )
    except Exception as error:  # one broken try must not stop its neighbours
        log.exception("channel %s broke", one.channel)
        return Outcome(Status.TEMPORARY_FAILURE, error=type(error).__name__)
    return Outcome(Status.SENT, provider_id=result.provider_id)


def _failure(error: ChannelError) -> Status:
    if error.permanent:
        return Status.PERMANENT_FAILURE
    return Status.UNKNOWN_OUTCOME if error.unknown else Status.TEMPORARY_FAILURE
