"""The other end of a worker's connections is gone, and nobody told the worker.

A connection that the network forgot (`lose`) ends by the limits of TCP in libpq, and by
those of the broker's client. One that is stuck in a proxy (`hang`) looks alive to TCP:
only the broker's client asks for answers.
"""

import time
from collections.abc import Callable, Iterator

import pytest
from psycopg.conninfo import make_conninfo

from backend.accounts.models import User
from tests.environment import services
from tests.fakes.mail_server import MailServer
from tests.fakes.push_service import PushService
from tests.faults import promises
from tests.faults.gate import stopped_at
from tests.faults.half_open import Line, line_to, to_postgres, to_redis
from tests.faults.nightly import only_nightly
from tests.faults.phone import report_numbness
from tests.faults.reminding import person_with, phone_of, remind
from tests.product import Product, until
from tracker.models import Patient

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]
LEASE = 3


@pytest.fixture
def to_database() -> Iterator[Line]:
    with line_to(to_postgres) as line:
        yield line


@pytest.fixture
def to_broker() -> Iterator[Line]:
    with line_to(to_redis) as line:
        yield line


def test_database_is_gone_after_the_claim(
    to_database: Line, product: Product, mail: MailServer, push: PushService,
    vapid: tuple[str, str], ada: User, pat: Patient,
) -> None:  # fmt: skip
    """Another worker takes over after the lease; the first one notices by itself."""
    device = phone_of(ada, push.subscribe(vapid[1]))
    people = [person_with(push, vapid[1]) for _ in range(4)]
    product.start_web()
    accepted = [report_numbness(product, pat)]
    for user, _ in people:
        remind(user)
    there = {"host": "127.0.0.1", "port": to_database.port}
    url = make_conninfo(product.env["DATABASE_URL"], **there)
    with stopped_at("reminders_delivery") as waiting:
        first = product.start_worker(DATABASE_URL=url)
        product.start_beat()
        until(lambda: waiting() >= 2)
        assert to_database.lose() >= 2
        product.programs["first worker"] = product.programs.pop("worker")
        product.start_worker()
        # What the first one still asked for comes after its lease.
        time.sleep(LEASE)

    until(promises.nothing_waits)
    promises.each_report_calls(accepted, device, mail)
    assert [len(phone.pushes) for _, phone in people] == [1] * 4
    # By TCP's own limits it would be a quarter of an hour.
    until(lambda: "Connection timed out" in first.log.read_text())
    product.kill("worker")
    people.append(person_with(push, vapid[1]))
    remind(people[-1][0])
    until(promises.nothing_waits)
    assert len(people[-1][1].pushes) == 1
    promises.nobody_is_reminded_twice(people)


@pytest.mark.parametrize(
    "gone", [Line.hang, pytest.param(Line.lose, marks=only_nightly)]
)
def test_broker_is_gone_while_the_worker_waits_for_it(
    gone: Callable[[Line], int], to_broker: Line, product: Product, mail: MailServer,
    push: PushService, vapid: tuple[str, str], ada: User, pat: Patient, pia: Patient,
) -> None:  # fmt: skip
    """Beat sends meanwhile; both find a new connection without a restart."""
    device = phone_of(ada, push.subscribe(vapid[1]))
    people = [person_with(push, vapid[1]) for _ in range(4)]
    port = services.redis_url.rpartition(":")[2].partition("/")[0]
    product.env["REDIS_URL"] = services.redis_url.replace(port, str(to_broker.port))
    product.start_web()
    worker, beat = product.start_worker(), product.start_beat()
    accepted = [report_numbness(product, pat)]
    until(lambda: device.pushes and "Sending due" in beat.log.read_text())

    assert gone(to_broker) >= 3  # the worker has two
    heard = product.log("worker").count("received")
    accepted.append(report_numbness(product, pia))
    for user, _ in people:
        remind(user)

    until(promises.nothing_waits)
    until(lambda: product.log("worker").count("received") > heard)
    promises.each_report_calls(accepted, device, mail)
    promises.nobody_is_reminded_twice(people)
    assert [len(phone.pushes) for _, phone in people] == [1] * 4
    assert worker.alive()
    assert beat.alive()
