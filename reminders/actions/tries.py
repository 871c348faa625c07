"""One try on one channel: written down, made, and its result written down."""

import logging
import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection

from reminders.channels.base import ChannelError, Outgoing
from reminders.channels.registry import CHANNELS
from reminders.models import Delivery, Message, PushSubscription

log = logging.getLogger(__name__)
Status = Delivery.Status

# Waiting for other people's servers is what takes time, not our own work.
THREADS = 16

# Nothing is written, and so nothing sent, for a lease that has run out: a
# stalled worker that wakes late finds that the message is no longer its own.
OPEN = """
INSERT INTO reminders_delivery
    (id, created_at, message_id, channel, push_subscription_id, status,
     provider_id, error, attempted_at)
SELECT t.id, %s, m.id, t.channel, t.subscription, 'sending', '', '', %s
FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::text[], %s::uuid[])
    AS t (id, message, token, channel, subscription)
JOIN reminders_message m
    ON m.id = t.message AND m.lease_token = t.token
   AND m.lease_until > clock_timestamp()
RETURNING id
"""
CLOSE = """
UPDATE reminders_delivery d
SET status = t.status, provider_id = t.provider, error = t.error
FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::text[], %s::text[])
    AS t (id, token, status, provider, error)
JOIN reminders_message m ON m.lease_token = t.token
WHERE d.id = t.id AND d.message_id = m.id AND d.status = 'sending'
"""

Target = tuple[str, UUID | None]


@dataclass
class Try:
    """What goes out on which channel, and how it went."""

    message: Message
    channel: str
    outgoing: Outgoing
    status: Status = Status.SENDING
    provider_id: str = ""
    error: str = ""
    is_gone: bool = False
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


def send_all(tries: Sequence[Try]) -> None:
    """Make the tries side by side, outside any transaction; none of them raises."""
    if len(tries) == 1:
        _send(tries[0])
    else:
        list(_pool().map(_send, tries))


def close_all(tries: Iterable[Try]) -> None:
    """Write the results down, unless somebody else has taken the message over."""
    rows = [
        (
            t.outgoing.delivery_id,
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


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(THREADS, thread_name_prefix="channel")


# A forked worker has none of its parent's threads.
os.register_at_fork(after_in_child=_pool.cache_clear)


def _send(one: Try) -> None:
    try:
        result = CHANNELS[one.channel].send(one.outgoing)
    except ChannelError as error:
        one.status, one.error = _failure(error), error.code[:40]
        one.is_gone, one.retry_after = error.gone, error.retry_after
    except Exception as error:  # one broken try must not stop its neighbours
        log.exception("channel %s broke", one.channel)
        one.status, one.error = Status.TEMPORARY_FAILURE, type(error).__name__[:40]
    else:
        one.status, one.provider_id = Status.SENT, result.provider_id[:200]


def _failure(error: ChannelError) -> Status:
    if error.permanent:
        return Status.PERMANENT_FAILURE
    return Status.UNKNOWN_OUTCOME if error.unknown else Status.TEMPORARY_FAILURE
