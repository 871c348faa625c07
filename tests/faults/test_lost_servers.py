"""PostgreSQL and Redis crash under a running product and come back."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from backend.accounts.models import User
from backend.local.postgres import ROLE, LocalPostgres
from backend.local.redis import LocalRedis
from tests.environment import services
from tests.fakes.mail_server import MailServer
from tests.fakes.push_service import PushService
from tests.faults import promises
from tests.faults.gate import stopped_at
from tests.faults.nightly import NIGHTLY
from tests.faults.phone import Phone
from tests.faults.reminding import person_with, phone_of, remind
from tests.product import Product, until
from tracker.models import Patient

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]
AWAY = 270 if NIGHTLY else 32


@pytest.fixture
def postgres(transactional_db: None) -> Iterator[LocalPostgres]:
    """The server of this run; what it has said yes to survives its crash."""
    if services.postgres is None:
        pytest.skip("DATABASE_URL names a server that is not ours to crash")
    # The tests' server forgets its last moments; a role's setting beats a server's.
    _set_commit("ON")
    yield services.postgres
    if not services.postgres.alive():
        services.postgres.start()
    _set_commit("OFF")


@pytest.fixture
def redis() -> Iterator[LocalRedis]:
    if services.redis is None:
        pytest.skip("REDIS_URL names a server that is not ours to crash")
    yield services.redis
    if not services.redis.alive():
        services.redis.start()


def test_database_crashes_in_the_middle_of_a_report_and_of_a_send(
    product: Product, postgres: LocalPostgres, mail: MailServer, push: PushService,
    vapid: tuple[str, str], ada: User, pat: Patient, pia: Patient,
) -> None:  # fmt: skip
    device = phone_of(ada, push.subscribe(vapid[1]))
    people = [person_with(push, vapid[1]) for _ in range(12)]
    for user, _ in people:
        remind(user)
    phones = [Phone(product, patient) for patient in (pat, pia)]
    product.start_web()
    with stopped_at("reminders_delivery", "tracker_alert") as waiting:
        product.start_worker()
        product.start_beat()
        with ThreadPoolExecutor() as threads:
            reports = [threads.submit(phone.send_until_taken) for phone in phones]
            until(lambda: waiting() >= 3)
            connection.close()
            postgres.stop(mode="immediate")
            time.sleep(1)
            postgres.start()
            accepted = [report.result() for report in reports]

    until(promises.nothing_waits)
    promises.each_report_calls(accepted, device, mail)
    promises.nobody_is_reminded_twice(people)


def test_redis_is_killed_and_away_for_a_while(
    product: Product, redis: LocalRedis, mail: MailServer, push: PushService,
    vapid: tuple[str, str], ada: User, pat: Patient, pia: Patient,
) -> None:  # fmt: skip
    """What comes in meanwhile goes out meanwhile, and the worker finds Redis again.

    AWAY is longer than all that a client waits for at once: a connection (5 seconds),
    an answer (4), a lease (3 here), a provider's rest (30). Of what is longer, Redis's
    visibility timeout (120) is about messages, which are bells here and may be lost,
    and the worker's pause between two tries grows by 2 seconds each time up to 30: only
    that pause is longer after minutes, which the nightly run waits for.
    """
    device = phone_of(ada, push.subscribe(vapid[1]))
    people = [person_with(push, vapid[1]) for _ in range(4)]
    product.start_web()
    product.start_worker()
    product.start_beat()
    accepted = [Phone(product, pat).send()]
    until(lambda: device.pushes)

    redis.stop(mode="immediate")
    gone = time.monotonic()
    accepted.append(Phone(product, pia).send())
    for user, _ in people:
        remind(user)
    until(promises.nothing_waits)
    promises.each_report_calls(accepted, device, mail)
    assert [len(phone.pushes) for _, phone in people] == [1] * 4
    time.sleep(max(gone + AWAY - time.monotonic(), 0))
    redis.start()
    # A worker that was just taking a message ends; whoever runs it starts it again.
    if not product.programs["worker"].alive():
        product.start_worker()
    by_beat = product.log("beat").count(" runs here")

    people.append(person_with(push, vapid[1]))
    remind(people[-1][0])
    until(promises.nothing_waits)
    assert product.log("beat").count(" runs here") == by_beat
    assert len(people[-1][1].pushes) == 1
    promises.nobody_is_reminded_twice(people)


def _set_commit(value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER ROLE {ROLE} SET synchronous_commit = {value}")
