"""A worker process that may not have the memory it needs."""

import pytest

from backend.accounts.models import User
from reminders.models import PushSubscription
from tests.fakes.mail_server import MailServer
from tests.fakes.push_service import PushService
from tests.faults import promises
from tests.faults.phone import Phone
from tests.faults.reminding import person_with, remind
from tests.product import Product, until
from tracker.models import Patient

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]


def test_worker_that_gets_no_memory_loses_nothing(
    product: Product, mail: MailServer, push: PushService, vapid: tuple[str, str],
    ada: User, pat: Patient,
) -> None:  # fmt: skip
    """What the kernel does by SIGKILL instead: test_dying_processes."""
    device = push.subscribe(vapid[1])
    PushSubscription.objects.create(user=ada, endpoint=device.endpoint, **device.keys)
    people = [person_with(push, vapid[1]) for _ in range(6)]
    product.start_web()
    accepted = [Phone(product, pat).send()]
    for user, _ in people:
        remind(user)
    product.start_worker(program="tests.faults.bad_machine", SPARE_MEGABYTES="4")
    product.start_beat()

    until(lambda: _ran_out(product.log("worker")))
    product.kill("worker")
    product.start_worker()

    until(promises.nothing_waits)
    promises.each_report_calls(accepted, device, mail)
    promises.nobody_is_reminded_twice(people)


def _ran_out(log: str) -> bool:
    return "MemoryError" in log or "can't start new thread" in log
