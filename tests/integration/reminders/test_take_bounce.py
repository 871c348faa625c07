"""Mails that come back, in the shapes that mail servers write."""

import io
import os
from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from backend.common import clock
from reminders.actions import bounces, delivery, due, messages, plan, unseen
from reminders.models import Delivery, DueReminder, Message
from reminders.queries import reachability
from tests.factories.reminders import (
    make_delivery,
    make_device,
    make_message,
    make_schedule,
)

# As Postfix writes it: the whole mail comes back.
WHOLE = """\
Return-Path: <>
From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
To: cairn@example.org
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="4Xk1.1732200000/mx.example.org"

--4Xk1.1732200000/mx.example.org
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

The mailbox is not known here.

--4Xk1.1732200000/mx.example.org
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org
X-Postfix-Queue-ID: 4Xk1
Arrival-Date: Sat, 21 Nov 2026 18:30:01 +0000 (UTC)

Final-Recipient: rfc822; pat@example.org
Original-Recipient: rfc822;pat@example.org
Action: {action}
Status: {status}
Remote-MTA: dns; mail.example.net
Diagnostic-Code: smtp; 550 5.1.1 unknown here

--4Xk1.1732200000/mx.example.org
Content-Description: Undelivered Message
Content-Type: message/rfc822

Received: by mx.example.org (Postfix) id 4Xk1
From: Cairn <cairn@example.org>
To: pat@example.org
Message-ID: <{message}@cairn.example.org>
Subject: Something waits

Your page is ready.

--4Xk1.1732200000/mx.example.org--
"""
# As others do: headers alone, several recipients, remarks behind the status.
HEADERS_ONLY = """\
From: postmaster@example.net
To: cairn@example.org
Subject: Undeliverable
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b1

--b1
Content-Type: text/html

<p>It did not arrive.</p>
--b1
Content-Type: message/delivery-status

Reporting-MTA: dns;example.net

Final-Recipient: rfc822;copy@example.net
Action: relayed
Status: 2.0.0

Final-Recipient: rfc822;pat@example.net
Action: Failed
Status: 5.2.2 (mailbox full)

--b1
Content-Type: text/rfc822-headers

From: Cairn <cairn@example.org>
Message-Id: <{message}@cairn.example.org>

--b1--
"""

SENT = {"state": "sent", "settled_at": datetime(2026, 11, 21, 18, 30, tzinfo=UTC)}


@pytest.fixture
def mail(person, clinic) -> Delivery:
    """A mail that our server took, to somebody without a phone."""
    make_schedule(person, clinic)
    return make_delivery(make_message(person, clinic, **SENT))


def take(monkeypatch, text):
    """The command with this on its standard input; returns what it says."""
    piped = SimpleNamespace(buffer=io.BytesIO(text.encode()))
    monkeypatch.setattr("sys.stdin", piped)
    out = io.StringIO()
    call_command("take_bounce", stdout=out)
    return out.getvalue()


def refused(monkeypatch, text):
    """The exit code and the sentence for the mail server's log."""
    with pytest.raises(CommandError) as caught:
        take(monkeypatch, text)
    return caught.value.returncode, str(caught.value)


def whole(message_id, status="5.1.1", action="failed"):
    return WHOLE.format(message=message_id, status=status, action=action)


def test_mail_that_came_back_has_failed_and_makes_unreachable(
    person, clinic, mail, monkeypatch
):
    assert reachability.without_channel(clinic) == []

    for _ in range(2):
        said = take(monkeypatch, whole(mail.message_id))

    assert said == f"Message {mail.message_id}, 5.1.1: it will not arrive.\n"
    mail.refresh_from_db()
    assert (mail.status, mail.error) == ("permanent_failure", "bounced_5.1.1")
    (one,) = reachability.without_channel(clinic)
    assert (one.user, one.reasons) == (person, ("no_device", "email_fails"))


def test_headers_alone_and_the_worst_of_several_recipients_are_read(mail, monkeypatch):
    take(monkeypatch, HEADERS_ONLY.format(message=mail.message_id))

    mail.refresh_from_db()
    assert (mail.status, mail.error) == ("permanent_failure", "bounced_5.2.2")


@pytest.mark.parametrize(
    ("status", "action"),
    [("4.4.1", "delayed"), ("2.0.0", "delivered")],
)
def test_what_is_still_under_way_or_arrived_changes_nothing(
    mail, monkeypatch, status, action
):
    said = take(monkeypatch, whole(mail.message_id, status, action))

    assert said.endswith("nothing is final, nothing noted.\n")
    mail.refresh_from_db()
    assert (mail.status, mail.error) == ("sent", "")


def test_mail_that_was_tried_for_too_long_has_failed(mail, monkeypatch):
    take(monkeypatch, whole(mail.message_id, "4.4.7"))

    mail.refresh_from_db()
    assert (mail.status, mail.error) == ("permanent_failure", "bounced_4.4.7")


def test_push_of_the_same_message_stays_as_it_was(mail, monkeypatch):
    push = make_delivery(mail.message, channel="web_push")

    take(monkeypatch, whole(mail.message_id))

    push.refresh_from_db()
    assert push.status == "sent"
    assert unseen.bring_next_channel(clock.now()) == 0


def go_on():
    """What the minute after it does."""
    unseen.bring_next_channel(clock.now())
    delivery.deliver_claimed(messages.claim(50, clock.now()))


def test_call_of_which_nothing_is_left_is_dead(
    person, clinic, urgent_kind, mails, monkeypatch
):
    call = make_message(person, clinic, kind=urgent_kind.code, is_urgent=True)
    go_on()
    assert len(mails.taken) == 1

    for _ in range(2):
        take(monkeypatch, whole(call.pk))
        go_on()

    call.refresh_from_db()
    assert (call.state, call.reason) == ("dead", "no_channel_works")
    assert len(mails.taken) == 1


def test_phone_that_is_known_by_now_is_told_instead(
    person, clinic, urgent_kind, mails, phone, monkeypatch
):
    call = make_message(person, clinic, kind=urgent_kind.code, is_urgent=True)
    go_on()
    make_device(person, phone)

    take(monkeypatch, whole(call.pk))
    go_on()

    call.refresh_from_db()
    assert (call.state, len(phone.pushes), len(mails.taken)) == ("sent", 1, 1)


def test_reminder_that_came_back_has_reminded_nobody(
    person, clinic, reminder_kind, mails, monkeypatch, at
):
    at(datetime(2026, 6, 1, 12, tzinfo=UTC))
    make_schedule(person, clinic)
    plan.plan_due(clock.now())
    reminder = DueReminder.objects.earliest("due_at")
    at(reminder.due_at)
    delivery.deliver_claimed(due.claim(50, clock.now()).claimed)
    reminder.refresh_from_db()
    assert reminder.state == "accepted"

    take(monkeypatch, whole(reminder.pk))
    go_on()

    reminder.refresh_from_db()
    assert (reminder.state, reminder.reason) == ("dead", "no_channel_works")
    assert len(mails.taken) == 1


@pytest.mark.parametrize("is_written", [True, False])
def test_mail_that_is_still_in_hand_is_asked_about_again(mail, monkeypatch, is_written):
    in_hand = {"state": "sending", "settled_at": None}
    Message.objects.filter(pk=mail.message_id).update(**in_hand)
    if not is_written:  # what is sent from the ledger becomes a message after it
        Delivery.objects.update(message=uuid4())
    mail.refresh_from_db()

    assert refused(monkeypatch, whole(mail.message_id)) == (
        os.EX_TEMPFAIL,
        "This message is being sent. Try again later.",
    )
    mail.refresh_from_db()
    assert mail.status == "sent"


@pytest.mark.usefixtures("db")
def test_mail_that_is_not_ours_is_kept_out(monkeypatch):
    assert refused(monkeypatch, whole(uuid4())) == (
        os.EX_NOUSER,
        "No mail went out under this Message-ID.",
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "This mail is no delivery report."),
        ("Subject: Re: hello\n\nThanks!\n", "This mail is no delivery report."),
        (
            "Content-Type: multipart/report; boundary=b\n\n--b\n\nNothing.\n--b--\n",
            "This report has no status of a delivery.",
        ),
        (
            whole("somebody-else"),
            "This report does not name a message of ours.",
        ),
    ],
)
def test_other_mail_is_refused(monkeypatch, text, sentence):
    assert refused(monkeypatch, text) == (os.EX_DATAERR, sentence)


def test_server_without_its_database_asks_to_try_again(monkeypatch):
    def away(found):
        raise OperationalError

    monkeypatch.setattr(bounces, "take", away)

    assert refused(monkeypatch, whole(uuid4())) == (
        os.EX_TEMPFAIL,
        "The database does not answer. Try again later.",
    )
