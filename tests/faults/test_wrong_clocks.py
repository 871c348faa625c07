"""The worker's machine has the wrong time, or nothing ran for an hour."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db.models import F

from backend.accounts.models import User
from backend.common import clock
from reminders.models import DueReminder, Message, PushSubscription
from tests.factories.accounts import make_clinic
from tests.factories.reminders import make_schedule
from tests.fakes.mail_server import MailServer
from tests.fakes.push_service import Device, PushService
from tests.faults import promises
from tests.faults.phone import Phone
from tests.faults.reminding import KIND, person_with, remind, settled
from tests.product import Product, until
from tracker.models import Alert, AlertEvent, Patient

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]
HOUR = timedelta(hours=1)
# Of the Debian package libfaketime.
LIBRARY = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)


@pytest.fixture
def staff_phone(ada: User, push: PushService, vapid: tuple[str, str]) -> Device:
    device = push.subscribe(vapid[1])
    PushSubscription.objects.create(user=ada, endpoint=device.endpoint, **device.keys)
    return device


def test_workers_clock_jumps_forward_and_back(
    product: Product, mail: MailServer, push: PushService, vapid: tuple[str, str],
    staff_phone: Device, tmp_path: Path, pat: Patient, pia: Patient,
) -> None:  # fmt: skip
    people = [person_with(push, vapid[1]) for _ in range(6)]
    clock_of_worker = tmp_path / "offset"
    clock_of_worker.write_text("0")
    product.env["CLOCK_OFFSET"] = str(clock_of_worker)
    phones = [Phone(product, patient) for patient in (pat, pia)]
    product.start_web()
    product.start_worker(program="tests.faults.bad_machine")
    product.start_beat(program="tests.faults.bad_machine")
    accepted = []
    for phone, jump, (first, second) in zip(
        phones, (3 * HOUR, -3 * HOUR), (people[:2], people[2:4]), strict=True
    ):
        clock_of_worker.write_text(str(jump.total_seconds()))
        calls = len(staff_phone.pushes)
        accepted.append(phone.send())
        until(lambda: len(staff_phone.pushes) > calls)  # noqa: B023
        # No bell rings for these: only the beat finds them, and it must not wait
        # until a clock that was set back has caught up.
        waiting = [
            remind(user, next_attempt_at=clock.now() - 4 * HOUR)
            for user, _ in (first, second)
        ]
        until(settled(*waiting))
    clock_of_worker.write_text("0")
    for user, _ in people[4:]:
        remind(user)

    until(promises.nothing_waits)
    promises.each_report_calls(accepted, staff_phone, mail)
    promises.nobody_is_reminded_twice(people)
    # Too late by the clock of an hour ahead, and in time by all others.
    assert [len(device.pushes) for _, device in people] == [0, 0, 1, 1, 1, 1]
    ahead = Message.objects.filter(recipient__in=[user for user, _ in people[:2]])
    assert {(one.state, one.reason) for one in ahead} == {("expired", "late")}


@pytest.mark.skipif(LIBRARY is None, reason="libfaketime is not installed")
@pytest.mark.parametrize(("hours", "arrive"), [(3, 0), (-3, 1)])
def test_machine_with_the_wrong_time(
    product: Product, mail: MailServer, push: PushService, vapid: tuple[str, str],
    staff_phone: Device, pat: Patient, hours: int, arrive: int,
) -> None:  # fmt: skip
    """Every clock of its programs is wrong from the start, by the system library."""
    people = [person_with(push, vapid[1]) for _ in range(4)]
    product.start_web()
    accepted = [Phone(product, pat).send()]
    for user, _ in people[:2]:
        remind(user, next_attempt_at=clock.now() - 4 * HOUR)
    wrong = {"LD_PRELOAD": str(LIBRARY), "FAKETIME": f"{hours * 3600:+d}"}
    product.start_worker(**wrong)
    product.start_beat(**wrong)

    until(lambda: staff_phone.pushes and mail.taken)
    until(promises.nothing_waits)
    assert [len(device.pushes) for _, device in people[:2]] == [arrive] * 2
    # The clock is set right; the programs are started again.
    product.kill("worker")
    product.kill("beat")
    for user, _ in people[2:]:
        remind(user)
    product.start_worker()
    product.start_beat()
    until(lambda: all(device.pushes for _, device in people[2:]))
    until(promises.nothing_waits)
    promises.each_report_calls(accepted, staff_phone, mail)
    promises.nobody_is_reminded_twice(people)


def test_nothing_ran_for_an_hour(
    product: Product, mail: MailServer, push: PushService, vapid: tuple[str, str],
    staff_phone: Device, pat: Patient,
) -> None:  # fmt: skip
    """The report calls at once, what is still in time goes out, the rest says so."""
    people = [person_with(push, vapid[1]) for _ in range(2)]
    product.start_web()
    accepted = [Phone(product, pat).send()]
    for user, _ in people:
        _occasion(user, due=clock.now() - HOUR)
    late, in_time = DueReminder.objects.order_by("pk")
    DueReminder.objects.filter(pk=late.pk).update(expires_at=clock.now())
    Message.objects.update(
        created_at=F("created_at") - HOUR, next_attempt_at=F("next_attempt_at") - HOUR
    )
    Alert.objects.update(waiting_since=F("waiting_since") - HOUR)
    product.start_worker()
    product.start_beat()

    until(lambda: staff_phone.pushes and mail.taken)
    until(lambda: AlertEvent.objects.filter(kind="escalated").exists())
    until(lambda: people[1][1].pushes)
    until(promises.nothing_waits)
    promises.each_report_calls(accepted, staff_phone, mail)
    promises.nobody_is_reminded_twice(people)
    assert not people[0][1].pushes
    late.refresh_from_db()
    in_time.refresh_from_db()
    assert (late.state, late.reason) == ("expired", "late")
    assert in_time.state == "accepted"


def _occasion(user: User, due: object) -> None:
    schedule = make_schedule(user, make_clinic(zone="UTC"), kind=KIND)
    DueReminder.objects.create(
        schedule=schedule,
        local_date=clock.now().date(),
        due_at=due,
        expires_at=clock.now() + HOUR,
        state_at=clock.now(),
    )
