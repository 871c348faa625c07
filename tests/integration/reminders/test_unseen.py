"""No sign within the window: the next channel is brought in."""

from datetime import timedelta

import pytest

from backend.common import clock
from reminders.actions import delivery, messages, receipts, results, unseen
from reminders.channels.base import SendResult
from reminders.channels.registry import CHANNELS
from reminders.models import Delivery, Message
from tests.factories.reminders import make_device, make_message, make_preference


@pytest.fixture
def texts(settings, monkeypatch):
    """Every text message, instead of a provider."""
    settings.SMS_URL = "json://localhost/{phone}"
    taken = []

    def send(outgoing):
        taken.append(outgoing.phone)
        return SendResult()

    monkeypatch.setattr(CHANNELS["sms"], "send", send)
    return taken


def deliver():
    delivery.deliver_claimed(messages.claim(50, clock.now()))


def sweep(minutes):
    count = unseen.bring_next_channel(clock.now() + timedelta(minutes=minutes))
    Message.objects.filter(state="queued").update(next_attempt_at=clock.now())
    deliver()
    return count


@pytest.fixture
def call(person, clinic, urgent_kind, phone, mails):
    make_preference(person, phone="+15550101234")
    make_device(person, phone)
    return make_message(person, clinic, kind=urgent_kind.code, is_urgent=True)


def test_call_that_nobody_looks_at_comes_as_a_text_message(call, texts, mails, phone):
    deliver()
    assert (len(phone.pushes), len(mails.taken), texts) == (1, 1, [])

    assert sweep(minutes=4) == 0
    assert sweep(minutes=6) == 1

    assert (len(phone.pushes), len(mails.taken)) == (1, 1)
    assert texts == ["+15550101234"]
    call.refresh_from_db()
    assert (call.state, call.step, call.step_at) == ("sent", 1, None)
    assert sweep(minutes=60) == 0


def test_sign_that_it_was_seen_ends_the_waiting(call, texts):
    deliver()
    receipts.record(delivery_id=Delivery.objects.filter(channel="web_push").get().pk,
                    kind="shown")  # fmt: skip

    assert sweep(minutes=6) == 0
    assert texts == []


def test_sign_before_the_result_is_written_ends_the_waiting(call, texts, monkeypatch):
    record = results.record

    def seen_first(*args):
        push = Delivery.objects.get(channel="web_push")
        receipts.record(delivery_id=push.pk, kind="shown")
        record(*args)

    monkeypatch.setattr(results, "record", seen_first)
    deliver()

    assert sweep(minutes=6) == 0
    assert texts == []


def test_call_that_somebody_took_is_not_repeated(call, texts, urgent_kind):
    deliver()
    urgent_kind.is_needed = False

    sweep(minutes=6)

    call.refresh_from_db()
    assert (call.state, call.reason, texts) == ("sent", "no_further_step", [])


def test_without_a_device_a_call_comes_as_a_text_message_at_once(
    person, clinic, urgent_kind, mails, texts
):
    make_preference(person, phone="+15550101234")
    make_message(person, clinic, kind=urgent_kind.code, is_urgent=True)

    deliver()

    assert (len(mails.taken), len(texts)) == (1, 1)


@pytest.mark.parametrize(("wished", "mailed"), [(True, 1), (False, 0)])
def test_reminder_tries_another_way_only_if_wished(
    person, clinic, reminder_kind, phone, mails, wished, mailed
):
    make_preference(person, repeats_unseen=wished)
    make_device(person, phone)
    make_message(person, clinic, kind=reminder_kind.code)
    deliver()

    assert sweep(minutes=29) == 0
    assert sweep(minutes=31) == mailed

    assert (len(phone.pushes), len(mails.taken)) == (1, mailed)


def test_who_has_chosen_nothing_is_tried_another_way(
    person, clinic, reminder_kind, phone, mails
):
    make_device(person, phone)
    make_message(person, clinic, kind=reminder_kind.code)
    deliver()

    assert sweep(minutes=31) == 1

    assert (len(phone.pushes), len(mails.taken)) == (1, 1)


def test_reminder_that_is_too_late_stays_as_it_is(
    person, clinic, reminder_kind, phone, mails
):
    make_preference(person, repeats_unseen=True)
    make_device(person, phone)
    soon = clock.now() + timedelta(minutes=20)
    make_message(person, clinic, kind=reminder_kind.code, expires_at=soon)
    deliver()

    assert sweep(minutes=31) == 0
    assert mails.taken == []


def test_stopped_mails_are_never_brought_in(person, clinic, reminder_kind, mails):
    make_preference(person, stopped_channels=["email"])
    message = make_message(person, clinic, kind=reminder_kind.code)

    deliver()

    message.refresh_from_db()
    assert (message.state, message.reason) == ("cancelled", "channels_stopped")
    assert mails.taken == []
