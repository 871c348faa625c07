"""What goes out, to where, how often: real SMTP and real push on loopback."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from backend.common import clock
from reminders.actions import delivery, messages, schedules
from reminders.channels.email import Email
from reminders.models import Delivery, DueReminder, Message, PushSubscription
from tests.factories.reminders import (
    make_delivery,
    make_device,
    make_message,
    make_preference,
    make_schedule,
)

pytestmark = pytest.mark.usefixtures("mails", "pushes")
NOON = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)


def deliver():
    claimed = messages.claim(50, clock.now())
    delivery.deliver_claimed(claimed)
    return claimed


def deliver_when_due():
    """As the sweep would after the backoff."""
    Message.objects.filter(state="queued").update(next_attempt_at=clock.now())
    return deliver()


def log():
    rows = Delivery.objects.order_by("attempted_at", "channel", "created_at")
    return [(row.channel, row.status, row.error) for row in rows]


def states():
    return [(m.state, m.reason) for m in Message.objects.order_by("created_at")]


def remind(person, clinic, kind, **fields):
    return make_message(
        person, clinic, kind=kind.code, is_urgent=kind.is_urgent, **fields
    )


# --- where it goes


def test_reminder_goes_to_every_device(person, clinic, reminder_kind, pushes, settings):
    phones = [pushes.subscribe(settings.VAPID_PUBLIC_KEY) for _ in range(2)]
    for phone in phones:
        make_device(person, phone)
    message = remind(person, clinic, reminder_kind)

    deliver()

    assert [len(phone.pushes) for phone in phones] == [1, 1]
    assert states() == [("sent", "")]
    message.refresh_from_db()
    assert message.lease_token is None


def test_push_carries_one_declarative_payload(person, clinic, reminder_kind, phone):
    make_device(person, phone)
    message = remind(person, clinic, reminder_kind)

    deliver()

    (push,) = phone.pushes
    delivery = str(Delivery.objects.get().pk)
    assert push.payload == {
        "web_push": 8030,
        "mutable": True,
        "notification": {
            "title": "Something waits",
            "body": "Your page is ready.",
            "navigate": "http://localhost:8000/today",
            "tag": message.pk.hex,
            "lang": "en",
            "mutable": True,
            "data": {"delivery": delivery},
        },
        "delivery": delivery,
    }
    assert push.headers["topic"] == message.pk.hex
    assert (push.headers["ttl"], push.headers["urgency"]) == ("10800", "normal")


def test_reminder_without_a_device_goes_by_email(person, clinic, reminder_kind, mails):
    message = remind(person, clinic, reminder_kind, path="/slots/1")

    deliver()

    (mail,) = mails.taken
    assert mail["To"] == "pat@example.org"
    assert mail["Subject"] == "Something waits"
    assert mail["Message-ID"] == f"<{message.pk}@localhost>"
    assert mail["List-Unsubscribe"].strip().startswith("<http://localhost:8000/stop/")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    text = mail.get_body(("plain",)).get_content()
    assert "Your page is ready." in text
    assert "http://localhost:8000/slots/1" in text
    assert "Pat" not in mail.as_string().replace("pat@", "")


def test_reminder_goes_both_ways_if_chosen(person, clinic, reminder_kind, phone, mails):
    make_preference(person, channels=["web_push", "email"])
    make_device(person, phone)
    remind(person, clinic, reminder_kind)

    deliver()

    assert (len(phone.pushes), len(mails.taken)) == (1, 1)


def test_urgent_goes_everywhere_whatever_was_chosen(
    person, clinic, urgent_kind, phone, mails
):
    make_preference(person, channels=[])
    make_device(person, phone)
    remind(person, clinic, urgent_kind)

    deliver()

    assert (len(phone.pushes), len(mails.taken)) == (1, 1)
    assert phone.pushes[0].headers["urgency"] == "high"
    assert mails.taken[0]["List-Unsubscribe"] is None


# --- whether it goes


def test_message_that_is_not_needed_any_more_is_cancelled(
    person, clinic, reminder_kind, mails
):
    reminder_kind.is_needed = False
    remind(person, clinic, reminder_kind)

    deliver()

    assert mails.taken == []
    assert states() == [("cancelled", "not_needed")]


def reminder_of_today(schedule):
    """A reminder that waits in the outbox."""
    now = clock.now()
    occasion = DueReminder.objects.create(
        schedule=schedule, local_date=clock.local_today(schedule.zone), due_at=now,
        expires_at=now + timedelta(hours=3), state="claimed", state_at=now,
        claimed_at=now,
    )  # fmt: skip
    make_message(
        schedule.recipient, schedule.clinic, kind=schedule.kind, due_reminder=occasion
    )
    return occasion


def test_pause_that_begins_while_a_reminder_waits_holds(
    person, clinic, reminder_kind, mails
):
    schedule = make_schedule(person, clinic, kind=reminder_kind.code)
    occasion = reminder_of_today(schedule)
    schedules.pause(
        schedule=schedule, first=occasion.local_date, last=occasion.local_date, by="ada"
    )

    deliver()

    assert mails.taken == []
    assert states() == [("cancelled", "paused")]
    occasion.refresh_from_db()
    assert (occasion.state, occasion.reason) == ("cancelled", "paused")


def test_pause_that_begins_tomorrow_lets_today_go_out(
    person, clinic, reminder_kind, mails
):
    schedule = make_schedule(person, clinic, kind=reminder_kind.code)
    tomorrow = reminder_of_today(schedule).local_date + timedelta(days=1)
    schedules.pause(schedule=schedule, first=tomorrow, last=tomorrow, by="ada")

    deliver()

    assert len(mails.taken) == 1


def test_schedule_that_ends_while_a_reminder_waits_sends_nothing(
    person, clinic, reminder_kind, mails
):
    schedule = make_schedule(person, clinic, kind=reminder_kind.code)
    reminder_of_today(schedule)
    schedules.end(schedule=schedule, by="ada")

    deliver()

    assert mails.taken == []
    assert states() == [("cancelled", "ended")]


def test_message_that_is_too_late_expires(person, clinic, reminder_kind, mails):
    remind(person, clinic, reminder_kind, expires_at=clock.now())

    deliver()

    assert mails.taken == []
    assert states() == [("expired", "late")]


def test_inactive_person_gets_nothing(person, clinic, urgent_kind, mails):
    person.is_active = False
    person.save()
    remind(person, clinic, urgent_kind)

    deliver()

    assert mails.taken == []
    assert states() == [("cancelled", "recipient_inactive")]


# --- when it fails


@pytest.mark.parametrize("status", [404, 410])
def test_gone_device_is_retired_and_email_stands_in(
    person, clinic, reminder_kind, phone, mails, status
):
    make_device(person, phone)
    phone.plan = [status]
    remind(person, clinic, reminder_kind)

    deliver()

    assert PushSubscription.objects.get().gone_at is not None
    assert len(mails.taken) == 1
    assert log() == [
        ("web_push", "permanent_failure", f"http_{status}"),
        ("email", "sent", ""),
    ]
    assert states() == [("sent", "")]


@pytest.mark.parametrize("status", [400, 403, 413])
def test_email_stands_in_where_our_push_is_refused(
    person, clinic, reminder_kind, phone, mails, status
):
    make_device(person, phone)
    phone.plan = [status]
    remind(person, clinic, reminder_kind)

    deliver()

    assert PushSubscription.objects.get().gone_at is None
    assert (phone.asked, len(mails.taken)) == (1, 1)
    assert states() == [("sent", "")]


def test_temporary_push_failure_is_repeated_with_email_beside_it(
    person, clinic, reminder_kind, phone, mails
):
    make_device(person, phone)
    phone.plan = [503, 201]
    remind(person, clinic, reminder_kind)

    deliver()
    assert states() == [("queued", "not_delivered")]
    deliver_when_due()

    assert (len(phone.pushes), len(mails.taken)) == (1, 1)
    assert states() == [("sent", "")]


def test_retry_after_is_honoured(at, person, clinic, urgent_kind, phone):
    at(NOON)
    make_device(person, phone)
    phone.plan, phone.retry_after = [429], "600"
    # The fake checks the token's expiry by the real clock.
    at(datetime.now(UTC))
    message = remind(person, clinic, urgent_kind)
    before = clock.now()

    deliver()

    message.refresh_from_db()
    assert message.next_attempt_at - before == timedelta(seconds=600)


def test_urgent_repeats_only_the_channel_that_failed(
    person, clinic, urgent_kind, phone, mails
):
    make_device(person, phone)
    phone.plan = [500, 500]
    remind(person, clinic, urgent_kind)

    deliver()
    deliver_when_due()
    deliver_when_due()

    assert (len(phone.pushes), len(mails.taken), phone.asked) == (1, 1, 3)
    assert states() == [("sent", "")]


def test_mailbox_that_does_not_exist_makes_the_message_dead(
    person, clinic, reminder_kind, mails
):
    mails.plan = ["550"]
    remind(person, clinic, reminder_kind)

    deliver()

    assert log() == [("email", "permanent_failure", "smtp_550")]
    assert states() == [("dead", "no_channel_works")]


def test_mail_server_that_refuses_us_may_be_mended(person, clinic, urgent_kind, mails):
    mails.plan = ["sender"]
    remind(person, clinic, urgent_kind)

    deliver()
    assert log() == [("email", "temporary_failure", "smtp_550")]
    deliver_when_due()

    assert len(mails.taken) == 1
    assert states() == [("sent", "")]


@pytest.mark.parametrize(("urgent", "hours"), [(True, 0), (False, 3)])
def test_call_waits_for_no_other_channels_provider(
    person, clinic, urgent_kind, reminder_kind, phone, mails, urgent, hours
):
    make_device(person, phone)
    make_preference(person, channels=["web_push", "email"])
    phone.plan, phone.retry_after, mails.plan = [429], str(3 * 3600), ["451"]
    remind(person, clinic, urgent_kind if urgent else reminder_kind)
    began = clock.now()

    deliver()

    again = Message.objects.get()
    assert again.state == "queued"
    assert (again.next_attempt_at - began) // timedelta(hours=1) == hours


def test_greylisted_mail_is_tried_again(person, clinic, reminder_kind, mails):
    mails.plan = ["451"]
    remind(person, clinic, reminder_kind)

    deliver()
    deliver_when_due()

    assert [row[1] for row in log()] == ["temporary_failure", "sent"]
    assert len(mails.taken) == 1


def test_eighth_failure_is_the_last(person, clinic, reminder_kind, mails):
    mails.plan = ["451"] * 20
    remind(person, clinic, reminder_kind)

    for _ in range(10):
        deliver_when_due()

    assert mails.asked == 8
    assert states() == [("dead", "not_delivered")]


def test_reminder_whose_mail_broke_off_is_not_repeated(
    person, clinic, reminder_kind, mails
):
    mails.plan = ["drop"]
    remind(person, clinic, reminder_kind)

    deliver()
    deliver_when_due()

    assert len(mails.taken) == 1
    assert log() == [("email", "unknown_outcome", "smtp_broken_off")]
    assert states() == [("sent", "")]


def test_urgent_mail_that_broke_off_is_repeated_under_the_same_id(
    person, clinic, urgent_kind, mails
):
    mails.plan = ["drop"]
    remind(person, clinic, urgent_kind)

    deliver()
    deliver_when_due()

    first, second = mails.taken
    assert first["Message-ID"] == second["Message-ID"]
    assert states() == [("sent", "")]


# --- after a crash


def abandoned(message, **fields):
    """A worker died between sending and writing that down."""
    return make_delivery(message, status="sending", **fields)


def test_reminder_is_not_repeated_after_a_crash(person, clinic, reminder_kind, mails):
    abandoned(remind(person, clinic, reminder_kind))

    deliver()

    assert mails.taken == []
    assert [row[1] for row in log()] == ["unknown_outcome"]
    assert states() == [("sent", "")]


def test_no_mail_stands_in_for_a_push_that_may_have_arrived(
    person, clinic, reminder_kind, phone, mails
):
    device = make_device(person, phone)
    message = remind(person, clinic, reminder_kind, attempts=1)
    abandoned(message, channel="web_push", push_subscription=device)

    deliver()

    assert (phone.pushes, mails.taken) == ([], [])
    assert states() == [("sent", "")]


def test_urgent_is_repeated_after_a_crash(person, clinic, urgent_kind, mails):
    abandoned(remind(person, clinic, urgent_kind))

    deliver()

    assert len(mails.taken) == 1
    assert [row[1] for row in log()] == ["unknown_outcome", "sent"]


def test_urgent_does_not_repeat_a_channel_that_is_done(
    person, clinic, urgent_kind, phone, mails
):
    make_device(person, phone)
    make_delivery(remind(person, clinic, urgent_kind), channel="email")

    deliver()

    assert (len(phone.pushes), len(mails.taken)) == (1, 0)


def test_late_worker_sends_and_writes_nothing(
    settings, caplog, person, clinic, urgent_kind
):
    settings.MESSAGE_LEASE_SECONDS = 0
    message = remind(person, clinic, urgent_kind)
    late = messages.claim(1, clock.now())
    settings.MESSAGE_LEASE_SECONDS = 60
    in_time = messages.claim(1, clock.now())

    delivery.deliver_claimed(late)
    message.refresh_from_db()
    assert (message.state, log()) == ("sending", [])
    assert "is dead" not in caplog.text

    delivery.deliver_claimed(in_time)
    message.refresh_from_db()
    assert message.state == "sent"


# --- poison


def test_broken_kind_is_set_aside_and_hurts_no_neighbour(
    person, clinic, reminder_kind, mails
):
    bad, good = uuid4(), uuid4()
    reminder_kind.broken_subjects.add(bad)
    remind(person, clinic, reminder_kind, subject_id=bad)
    remind(person, clinic, reminder_kind, subject_id=good)

    deliver()

    assert states() == [("queued", "RuntimeError"), ("sent", "")]
    for _ in range(10):
        deliver_when_due()
    assert states() == [("dead", "RuntimeError"), ("sent", "")]


def test_channel_that_breaks_in_a_new_way_is_tried_again(
    person, clinic, reminder_kind, mails, monkeypatch
):
    class Broken(Email):
        def send(self, outgoing):
            raise ZeroDivisionError

    remind(person, clinic, reminder_kind)
    with monkeypatch.context() as patch:
        patch.setattr("reminders.actions.tries.CHANNELS", {"email": Broken()})
        deliver()
    deliver_when_due()

    assert [row[1:] for row in log()] == [
        ("temporary_failure", "ZeroDivisionError"),
        ("sent", ""),
    ]
    assert len(mails.taken) == 1


def test_unreachable_mail_server_is_tried_again(
    person, clinic, reminder_kind, mails, settings
):
    settings.EMAIL_PORT = 9
    remind(person, clinic, reminder_kind)

    deliver()

    assert log() == [("email", "temporary_failure", "mail_server_unreachable")]
    assert states() == [("queued", "not_delivered")]


def test_message_of_an_unknown_kind_is_set_aside(person, clinic, mails):
    make_message(person, clinic, kind="retired_last_year")

    deliver()

    assert states() == [("queued", "UnknownKindError")]


def test_message_that_keeps_killing_its_worker_dies(person, clinic, reminder_kind):
    remind(person, clinic, reminder_kind, attempts=8)

    deliver()

    assert states() == [("dead", "too_many_attempts")]


@pytest.mark.parametrize("count", [1, 3])
def test_batch_takes_a_fixed_number_of_queries(
    person, clinic, reminder_kind, mails, count, django_assert_num_queries
):
    make_message(person, clinic)
    deliver()  # the provider is met for the first time
    mails.taken.clear()
    for _ in range(count):
        remind(person, clinic, reminder_kind)

    # claim (2), four reads, allowance, open, close, the provider's mood, and the record
    with django_assert_num_queries(11):
        deliver()

    assert len(mails.taken) == count
