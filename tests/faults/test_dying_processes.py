"""Workers, connections and clocks that die, double or come back."""

import time
from datetime import time as wall
from pathlib import Path

import pytest
from django.db import connection

from backend.accounts.models import User
from reminders.models import DueReminder, Message
from tests.factories.accounts import make_clinic, make_user
from tests.factories.reminders import make_device, make_schedule
from tests.fakes.mail_server import MailServer
from tests.fakes.push_service import PushService
from tests.faults.phone import report_numbness
from tests.faults.reminding import (
    all_due_now,
    person_with,
    phone_of,
    remind,
    settled,
    tries_of,
)
from tests.product import Product, until
from tracker.models import Patient

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]


def test_call_is_repeated_after_a_kill_between_sending_and_recording(
    product: Product, mail: MailServer, push: PushService, vapid: tuple[str, str],
    tmp_path: Path, ada: User, pat: Patient,
) -> None:  # fmt: skip
    """Under the same tag and Message-ID."""
    phone = phone_of(ada, push.subscribe(vapid[1]))
    product.start_web()
    report_numbness(product, pat)
    _start_dying(product, tmp_path / "killed")

    until(lambda: len(phone.pushes) > 1)
    assert len({one.payload["notification"]["tag"] for one in phone.pushes}) == 1
    assert len({str(one["Message-ID"]) for one in mail.taken}) == 1


def test_reminder_is_not_repeated_after_a_kill_between_sending_and_recording(
    product: Product, push: PushService, vapid: tuple[str, str], tmp_path: Path
) -> None:
    user, device = person_with(push, vapid[1])
    message = remind(user)
    _start_dying(product, tmp_path / "killed")

    until(settled(message))
    assert len(device.pushes) == 1
    assert tries_of(message) == [("web_push", "unknown_outcome", "")]


@pytest.mark.parametrize(("point", "tries"), [
    # The second attempt brings in the mail as well.
    ("after_claim", [("email", "sent", ""), ("web_push", "sent", "")]),
    ("after_send", [("web_push", "unknown_outcome", "")]),
])  # fmt: skip
def test_killed_with_a_row_of_the_ledger_in_hand(
    point: str, tries: list[tuple[str, str, str]], product: Product,
    mail: MailServer, push: PushService, vapid: tuple[str, str], tmp_path: Path,
) -> None:  # fmt: skip
    """What was not sent yet is sent once; what may have arrived is not repeated."""
    user, device = person_with(push, vapid[1])
    make_schedule(user, make_clinic(zone="UTC"))
    all_due_now()
    killed = tmp_path / "killed"
    product.start_worker(CAIRN_FAILPOINT=point, CAIRN_FAILPOINT_MARKER=str(killed))
    product.start_beat()

    until(killed.exists)
    accepted = DueReminder.objects.filter(state="accepted")
    until(accepted.exists)

    assert len(device.pushes) == 1
    assert tries_of(Message.objects.get()) == tries
    assert len(mail.taken) == len(tries) - 1


def test_two_clocks_and_two_workers_remind_once(
    product: Product, push: PushService, vapid: tuple[str, str]
) -> None:
    clinic = make_clinic(zone="UTC")
    devices = []
    for _ in range(20):
        user, device = make_user(zone="UTC"), push.subscribe(vapid[1])
        make_device(user, device)
        make_schedule(user, clinic, wall_time=wall(12))
        devices.append(device)
    all_due_now()
    product.start_worker()
    product.start_beat()
    # The fixture knows programs by name: the first ones stay and end with it.
    product.programs["first worker"] = product.programs.pop("worker")
    product.programs["first beat"] = product.programs.pop("beat")
    product.start_worker()
    product.start_beat()

    until(lambda: all(device.pushes for device in devices))
    time.sleep(6)  # one more sweep of everybody
    assert [len(device.pushes) for device in devices] == [1] * 20
    assert DueReminder.objects.filter(state="accepted").count() == 20


def test_lost_database_connections_lose_and_double_nothing(
    product: Product, push: PushService, vapid: tuple[str, str]
) -> None:
    """As a restart of PostgreSQL looks to the worker, in the middle of its work."""
    people = [person_with(push, vapid[1]) for _ in range(60)]
    messages = [remind(user) for user, _ in people]
    product.start_worker()
    product.start_beat()

    until(lambda: any(device.pushes for _, device in people))
    cuts = 0
    for _ in range(8):
        cuts += _cut_other_connections()
        time.sleep(0.3)
    until(settled(*messages))

    assert cuts > 0
    counts = [len(device.pushes) for _, device in people]
    assert max(counts) == 1
    # A try that a cut left open counts as perhaps arrived, and is in the log as that.
    missing = [m for m, count in zip(messages, counts, strict=True) if not count]
    assert all("unknown_outcome" in str(tries_of(m)) for m in missing)


def _start_dying(product: Product, marker: Path) -> None:
    """A worker whose first process that has sent something is killed."""
    product.start_worker(
        CAIRN_FAILPOINT="after_send", CAIRN_FAILPOINT_MARKER=str(marker)
    )
    product.start_beat()
    until(marker.exists)


def _cut_other_connections() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        row = cursor.fetchone()
    return int(row[0])
