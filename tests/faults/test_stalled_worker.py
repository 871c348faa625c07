"""A worker stands still for longer than its lease, and goes on as if nothing was.

As a machine that was put to sleep or moved to another host does. SIGSTOP comes at the
worst moments: with messages in hand, and between sending and recording.
"""

import os
import re
import signal
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from backend.accounts.models import User
from backend.local.processes import Program
from reminders.models import Delivery, DueReminder, Message
from tests.factories.accounts import make_clinic
from tests.factories.reminders import make_schedule
from tests.fakes.mail_server import MailServer
from tests.fakes.push_service import PushService
from tests.faults import promises
from tests.faults.phone import report_numbness
from tests.faults.reminding import all_due_now, person_with, phone_of, remind, tries_of
from tests.product import Product, until
from tracker.models import Patient

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]

Tries = list[tuple[str, str, str]]


@pytest.mark.parametrize(("point", "tries"), [
    # The second attempt brings in the mail as well.
    ("after_claim", [("email", "sent", ""), ("web_push", "sent", "")]),
    ("after_send", [("web_push", "unknown_outcome", "")]),
])  # fmt: skip
def test_reminders_of_a_worker_that_stood_still(
    point: str, tries: Tries, product: Product, mail: MailServer,
    push: PushService, vapid: tuple[str, str], tmp_path: Path,
) -> None:  # fmt: skip
    """Both from the outbox and from the ledger: each comes once, and stays recorded."""
    people = [person_with(push, vapid[1]) for _ in range(2)]
    remind(people[0][0])
    make_schedule(people[1][0], make_clinic(zone="UTC"))
    all_due_now()
    stalled = _stalled_worker(product, tmp_path, point)

    product.start_worker()
    until(lambda: _settled(2))
    recorded = _records()
    _wake(stalled)

    assert _records() == recorded
    assert [len(phone.pushes) for _, phone in people] == [1, 1]
    assert len(mail.taken) == 2 * len(tries) - 2
    assert [tries_of(message) for message in Message.objects.all()] == [tries] * 2
    promises.nobody_is_reminded_twice(people)


@pytest.mark.parametrize(("point", "pushes"), [("after_claim", 1), ("after_send", 2)])
def test_call_of_a_worker_that_stood_still(
    point: str, pushes: int, product: Product, mail: MailServer, push: PushService,
    vapid: tuple[str, str], tmp_path: Path, ada: User, pat: Patient,
) -> None:  # fmt: skip
    """What may have arrived is called again, under the same tag and Message-ID."""
    device = phone_of(ada, push.subscribe(vapid[1]))
    product.start_web()
    accepted = [report_numbness(product, pat)]
    stalled = _stalled_worker(product, tmp_path, point)

    product.start_worker()
    until(lambda: _settled(1))
    recorded = _records()
    _wake(stalled)

    assert _records() == recorded
    tags = [one.payload["notification"]["tag"] for one in device.pushes]
    assert tags == [Message.objects.get().pk.hex] * pushes
    assert Counter(str(one["Message-ID"]) for one in mail.taken).most_common() == [
        (f"<{Message.objects.get().pk}@localhost>", pushes)
    ]
    promises.each_report_calls(accepted, device, mail)


def _stalled_worker(product: Product, folder: Path, point: str) -> Program:
    """A worker that stands still at that point, all of its processes."""
    marker = folder / "stalled"
    worker = product.start_worker(
        CAIRN_FAILPOINT=point,
        CAIRN_FAILPOINT_MARKER=str(marker),
        CAIRN_FAILPOINT_SIGNAL="SIGSTOP",
    )
    product.start_beat()
    until(marker.exists)
    _signal(worker, signal.SIGSTOP)
    product.programs["stalled worker"] = product.programs.pop("worker")
    return worker


def _wake(worker: Program) -> None:
    """Let it go on, and wait until it has done what it had begun."""
    left = _unfinished(worker)
    assert left
    _signal(worker, signal.SIGCONT)
    until(lambda: not left & _unfinished(worker))


def _signal(worker: Program, which: signal.Signals) -> None:
    assert worker.pid
    os.killpg(worker.pid, which)


def _settled(count: int) -> bool:
    return Message.objects.exclude(settled_at=None).count() == count


def _records() -> list[dict[str, Any]]:
    """All that was recorded about what was sent."""
    taken = DueReminder.objects.exclude(claimed_at=None)
    tables = (taken, Message.objects.all(), Delivery.objects.all())
    return [row for table in tables for row in table.order_by("pk").values()]


def _unfinished(worker: Program) -> set[str]:
    log = worker.log.read_text()
    began = re.findall(r"deliver_messages\[(\S+)\] received", log)
    ended = re.findall(r"deliver_messages\[(\S+)\] (?:succeeded|raised)", log)
    return set(began) - set(ended)
