"""What the processes of the reminder measurement do; each is one of several."""

import logging
import os
import time
import uuid
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import django

django.setup()

from django.db import connection  # noqa: E402  (needs the settings)

from backend.common import clock  # noqa: E402
from reminders import kinds, tasks  # noqa: E402
from reminders.actions import due, messages, plan, results, tries  # noqa: E402
from reminders.channels.base import Limit, SendResult  # noqa: E402
from reminders.channels.registry import CHANNELS  # noqa: E402
from reminders.queries.outbox import Claimed  # noqa: E402

# There is no broker here to ring a bell.
logging.getLogger("reminders.actions.nudge").setLevel(logging.ERROR)
EVENING = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
BATCH = 1000
DRAIN = """
UPDATE bench_drain SET state = 'sent', settled_at = now() WHERE id IN (
    SELECT id FROM bench_drain WHERE state = 'planned' ORDER BY due_at LIMIT 500
    FOR UPDATE SKIP LOCKED)
"""
# Staff is called this often, for so long, while the senders are busy with reminders.
CALL_EVERY, CALLS_FOR = 0.2, 30.0


def drain() -> None:
    """A queue in plain SQL, as small as one can be."""
    with connection.cursor() as cursor:
        cursor.execute("SET enable_bitmapscan = off")
        cursor.execute(DRAIN)
        while cursor.rowcount:
            cursor.execute(DRAIN)


def plan_all() -> None:
    """One date of each schedule."""
    plan.plan_due(EVENING - plan.HORIZON)


def record() -> None:
    """Claimed and recorded: this process's share."""
    left = int(os.environ["BENCH_RECORD"])
    while left > 0 and (claimed := due.claim(BATCH, EVENING).claimed):
        results.record([results.Result.sent(m) for m in claimed], EVENING)
        left -= len(claimed)


def log() -> None:
    """The same with every try, until nothing is left."""
    while claimed := due.claim(BATCH, EVENING).claimed:
        made, _ = tries.open_all([_a_try(m) for m in claimed], EVENING)
        for one in made:
            one.status = tries.Status.SENT
        tries.close_all(made)
        results.record([results.Result.sent(m) for m in claimed], EVENING)


def _a_try(message: Claimed) -> tries.Try:
    outgoing = SimpleNamespace(delivery_id=uuid.uuid4(), subscription=None)
    return tries.Try(message, "email", outgoing)  # type: ignore[arg-type]


def deliver() -> None:
    """The whole way, as the worker goes it, with a provider that says yes at once."""
    clock._source = lambda: EVENING
    kinds.register(_Bench())
    for channel in CHANNELS.values():
        channel.send = _take
        channel.limit = Limit(1e9, 10**9)
    while not _calls_are_over():
        ends = time.monotonic() + tasks.LONGEST_SECONDS
        if not tasks.deliver_batch(partial(tasks._deliver_urgent, ends)):
            time.sleep(CALL_EVERY)


def report() -> None:
    """Patients report an emergency, one after the other, through the real action."""
    from tracker.actions import check_ins
    from tracker.models import Patient

    ends = time.monotonic() + CALLS_FOR
    for patient in Patient.objects.select_related("user").order_by("pk"):
        if time.monotonic() > ends:
            break
        began = time.monotonic()
        entry = {
            "local_date": clock.local_today(patient.zone).isoformat(),
            "recorded_at": clock.now().isoformat(),
            "pain": 6,
            "symptoms": [{"code": "saddle_numbness", "change": "new"}],
        }
        check_ins.submit(check_in_id=uuid.uuid4(), raw=entry, by=patient.user)
        _note("committed", patient.episodes.get().alerts.get().pk)
        time.sleep(max(0.0, CALL_EVERY - (time.monotonic() - began)))
    _note("over", "")


class _Bench:
    code, is_urgent = "bench", False

    def still_needed(self, subject_id, recipient, local_date) -> bool:
        return True

    def wording(self, subject_id, recipient):
        return kinds.Wording("Hello", "Your page is ready.", "Open", "/")


def _take(outgoing):
    if outgoing.is_urgent:
        _note("taken", outgoing.url.rsplit("/", 1)[-1])
    return SendResult("bench")


def _note(what: str, name: object) -> None:
    """One line of a file that all processes append to; their clock is the machine's."""
    line = f"{what} {name} {time.monotonic()}\n"
    with Path(os.environ["BENCH_NOTES"]).open("a") as notes:
        notes.write(line)


def _calls_are_over() -> bool:
    notes = Path(os.environ["BENCH_NOTES"])
    if not notes.exists() or not notes.read_text().count("over"):
        return False
    return not messages.Message.objects.filter(
        is_urgent=True, settled_at=None, next_attempt_at__lte=EVENING
    ).exists()
