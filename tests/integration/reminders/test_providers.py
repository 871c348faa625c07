"""Buckets, breakers and lanes: one stuck provider delays nobody else."""

import threading
import time
from datetime import timedelta

import pytest

from backend.common import clock
from reminders import tasks
from reminders.actions import delivery, lanes, messages, tries
from reminders.channels.base import ChannelError, Limit, SendResult
from reminders.channels.registry import CHANNELS
from reminders.models import Delivery, Message, Provider
from tests.factories.accounts import make_user
from tests.factories.reminders import make_device, make_message


def deliver(**options):
    delivery.deliver_claimed(messages.claim(50, clock.now()), **options)


def remind(person, clinic, kind, **fields):
    return make_message(
        person, clinic, kind=kind.code, is_urgent=kind.is_urgent, **fields
    )


def states():
    return sorted((m.state, m.reason, m.attempts) for m in Message.objects.all())


def test_bucket_gives_what_it_has_and_the_rest_waits_unharmed(
    person, clinic, reminder_kind, urgent_kind, mails, monkeypatch
):
    monkeypatch.setattr(CHANNELS["email"], "limit", Limit(0.001, 2))
    for _ in range(3):
        remind(person, clinic, reminder_kind)
    remind(person, clinic, urgent_kind)

    deliver()

    # The call to staff does not ask the bucket.
    assert len(mails.taken) == 3
    assert states() == [("queued", "provider_busy", 0)] + [("sent", "", 1)] * 3
    waits = Message.objects.get(state="queued").next_attempt_at - clock.now()
    assert timedelta(0) < waits <= timedelta(seconds=5)


def test_provider_that_keeps_failing_rests_and_calls_still_go_out(
    person, clinic, reminder_kind, urgent_kind, mails, settings
):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 9
    for _ in range(3):
        remind(person, clinic, reminder_kind)
        deliver()
    assert Provider.objects.get().failures == 3
    settings.EMAIL_PORT = port
    remind(person, clinic, reminder_kind)
    remind(person, clinic, urgent_kind)

    deliver()

    assert len(mails.taken) == 1
    assert ("queued", "provider_busy", 0) in states()
    # The call went through, so the rest is over.
    assert Provider.objects.get().rests_until is None


def test_retry_after_of_one_message_holds_the_others_back(
    person, clinic, reminder_kind, phone
):
    make_device(person, phone)
    phone.plan, phone.retry_after = [429], "600"
    remind(person, clinic, reminder_kind)
    deliver()
    other = remind(person, clinic, reminder_kind)

    deliver()

    assert phone.asked == 1
    other.refresh_from_db()
    assert (other.reason, other.attempts) == ("provider_busy", 0)


def test_dead_mailbox_says_nothing_about_the_mail_server(
    person, clinic, reminder_kind, mails
):
    mails.plan = ["451"] * 5
    for _ in range(5):
        remind(person, clinic, reminder_kind)

    deliver()

    assert mails.asked == 5
    assert Provider.objects.get().failures == 0


@pytest.fixture
def stuck_mail(monkeypatch):
    """A mail server that never says a word, until the test is over."""
    gate = threading.Event()

    def send(outgoing):
        gate.wait(20)
        raise ChannelError("mail_server_unreachable")

    monkeypatch.setattr(CHANNELS["email"], "send", send)
    yield gate
    gate.set()
    lanes._lanes.clear()


def test_stuck_mail_delays_no_push(
    person, clinic, reminder_kind, phone, stuck_mail, monkeypatch
):
    monkeypatch.setattr(tries, "PATIENCE", 3)
    make_device(person, phone)
    for number in range(40):
        remind(make_user(email=f"{number}@example.org"), clinic, reminder_kind)
    remind(person, clinic, reminder_kind)
    pushed = []
    began = time.monotonic()

    def note():
        if phone.pushes and not pushed:
            pushed.append(time.monotonic() - began)

    deliver(meanwhile=note)

    assert pushed[0] < tries.PATIENCE
    # Sixteen are left behind, the others never began and may heal.
    errors = list(Delivery.objects.filter(channel="email").values_list("error"))
    assert sorted(errors) == [("channel_busy",)] * 24 + [("took_too_long",)] * 16
    assert Delivery.objects.get(channel="web_push").status == "sent"


def test_call_goes_out_while_a_batch_waits_for_a_stuck_provider(
    person, clinic, reminder_kind, urgent_kind, phone, stuck_mail, monkeypatch
):
    monkeypatch.setattr(tries, "PATIENCE", 4)
    monkeypatch.setattr(tasks, "LONGEST_SECONDS", 2)
    make_device(person, phone)
    remind(make_user(email="other@example.org"), clinic, reminder_kind)
    came_in = []
    claim = messages.claim

    def claim_and_call(*args, **options):
        # The call comes in after the batch was claimed and began to wait.
        if options.get("only_urgent") and not came_in:
            came_in.append(time.monotonic())
            remind(person, clinic, urgent_kind)
        return claim(*args, **options)

    monkeypatch.setattr(messages, "claim", claim_and_call)
    arrived = []
    monkeypatch.setattr(
        CHANNELS["web_push"],
        "send",
        lambda outgoing: arrived.append(time.monotonic()) or SendResult(),
    )

    tasks.deliver_messages()

    assert arrived[0] - came_in[0] < tasks.LONGEST_SECONDS


def test_lane_that_lost_half_its_threads_is_replaced():
    gate = threading.Event()
    for _ in range(lanes.THREADS):
        lanes.start("email", False, gate.wait, 20)

    for _ in range(lanes.THREADS // 2):
        lanes.leave_behind("email", False)

    assert lanes.start("email", False, lambda: "done").result(2) == "done"
    gate.set()
