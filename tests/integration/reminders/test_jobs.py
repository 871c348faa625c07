"""The tasks, the bell, the failpoints and the terminal command."""

import os
import socket
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from backend.celery import app
from backend.common.models import Heartbeat
from reminders import tasks
from reminders.actions import due, failpoints, messages, nudge
from reminders.models import Delivery, Message
from tests.factories.reminders import make_device, make_message, make_schedule

DUE = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)  # 18:30 in New York


def test_tasks_have_the_names_of_the_beat_table():
    names = {
        entry["task"]
        for entry in app.conf.beat_schedule.values()
        if entry["task"].startswith("reminders.")
    }

    assert names == {task.name for task in (tasks.plan_due, tasks.queue_due)} | {
        tasks.deliver_messages.name
    }


def test_three_jobs_bring_a_reminder_out(at, person, clinic, mails):
    at(DUE)
    make_schedule(person, clinic)

    tasks.plan_due()
    tasks.queue_due()
    tasks.deliver_messages()

    assert len(mails.taken) == 1
    assert set(Heartbeat.objects.values_list("job", flat=True)) == {
        "reminders.plan_due",
        "reminders.queue_due",
        "reminders.deliver_messages",
    }


def test_deliver_goes_on_until_nothing_is_left(person, clinic, mails, monkeypatch):
    monkeypatch.setattr(tasks, "BATCH", 2)
    for _ in range(5):
        make_message(person, clinic)

    tasks.deliver_messages()

    assert len(mails.taken) == 5
    assert set(Message.objects.values_list("state", flat=True)) == {"sent"}


@pytest.mark.parametrize("step", ["leave_to_outbox", "claim"])
def test_call_goes_out_whatever_is_wrong_with_the_ledger(
    step, person, clinic, urgent_kind, mails, monkeypatch
):
    def broken(*args):
        raise DatabaseError

    monkeypatch.setattr(due, step, broken)
    make_message(person, clinic, kind=urgent_kind.code, is_urgent=True)

    with pytest.raises(DatabaseError):
        tasks.deliver_messages()

    assert len(mails.taken) == 1
    assert Message.objects.get().state == "sent"


def test_failing_job_leaves_no_heartbeat(db, monkeypatch):
    def broken(*args, **options):
        raise RuntimeError

    monkeypatch.setattr(messages, "claim", broken)

    with pytest.raises(RuntimeError):
        tasks.deliver_messages()

    assert not Heartbeat.objects.exists()


def test_dead_broker_costs_the_caller_nothing(monkeypatch, caplog):
    gate = threading.Event()

    def publish():
        gate.wait(30)
        raise ConnectionError

    monkeypatch.setattr(nudge, "publish", publish)
    began = time.monotonic()
    nudge.wake_senders()
    nudge.wake_senders()
    took = time.monotonic() - began
    gate.set()
    for thread in threading.enumerate():
        if thread.name == "nudge":
            thread.join()

    assert took < 10
    assert caplog.text.count("broker not reached") == 1


def test_broker_that_never_answers_is_given_half_a_second(free_port_that_hangs):
    probe = (
        "import django, time; django.setup()\n"
        "from reminders.actions import nudge\n"
        "began = time.monotonic()\n"
        "try: nudge.publish()\n"
        "except Exception: print(time.monotonic() - began)\n"
    )
    environment = {
        **os.environ,
        "REDIS_URL": f"redis://127.0.0.1:{free_port_that_hangs}/0",
        "DJANGO_SETTINGS_MODULE": "backend.settings",
    }
    out = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", probe],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout

    # Without a limit it would wait for minutes; a busy machine is slow by itself.
    assert float(out) < 30


@pytest.fixture
def free_port_that_hangs():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(5)
        yield listener.getsockname()[1]


@pytest.mark.parametrize(
    ("asked_for", "environment", "marked", "is_killed"),
    [
        ("after_send", "test", False, True),
        ("after_claim", "test", False, False),
        ("after_send", "production", False, False),
        ("after_send", "test", True, False),
    ],
)
def test_failpoint_kills_once_and_only_in_tests(
    monkeypatch, settings, tmp_path, asked_for, environment, marked, is_killed
):
    killed = []
    monkeypatch.setattr(failpoints.os, "kill", lambda *args: killed.append(args))
    marker = tmp_path / "marker"
    if marked:
        marker.touch()
    monkeypatch.setenv("CAIRN_FAILPOINT", asked_for)
    monkeypatch.setenv("CAIRN_FAILPOINT_MARKER", str(marker))
    settings.ENVIRONMENT = environment

    failpoints.reached("after_send")
    failpoints.reached("after_send")

    assert len(killed) == int(is_killed)


def test_kill_after_send_lets_an_urgent_message_repeat(
    person, clinic, urgent_kind, mails, monkeypatch, settings
):
    """What the failpoint stands for, without losing the test process."""
    settings.MESSAGE_LEASE_SECONDS = 1

    def die(name):
        if name == "after_send":
            raise SystemExit

    make_message(person, clinic, kind=urgent_kind.code, is_urgent=True)
    monkeypatch.setattr(failpoints, "reached", die)
    with pytest.raises(SystemExit):
        tasks.deliver_messages()
    monkeypatch.setattr(failpoints, "reached", lambda name: None)
    time.sleep(1.1)
    tasks.deliver_messages()

    assert [mail["Message-ID"] for mail in mails.taken] == [
        f"<{Message.objects.get().pk}@localhost>"
    ] * 2
    assert sorted(Delivery.objects.values_list("status", flat=True)) == [
        "sent",
        "unknown_outcome",
    ]


def test_command_sends_a_test_mail(person, mails):
    out = StringIO()

    call_command("send_test_message", "PAT@example.org", stdout=out)

    assert [mail["Subject"] for mail in mails.taken] == ["This is a test"]
    assert out.getvalue() == "Handed over: 1\n"


def test_command_pushes_to_each_device(person, phone):
    make_device(person, phone)

    call_command(
        "send_test_message", person.email, channel="web_push", stdout=StringIO()
    )

    assert len(phone.pushes) == 1


def test_command_prints_to_the_console(person, capsys):
    call_command("send_test_message", person.email, channel="console")

    assert "This is a test" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("email", "channel", "sentence"),
    [
        ("nobody@example.org", "email", "Nobody signs in as nobody@example.org."),
        ("pat@example.org", "web_push", "no device that takes pushes"),
    ],
)
def test_command_says_why_it_cannot(person, email, channel, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("send_test_message", email, channel=channel)


def test_command_says_that_the_mail_server_refused(person, mails):
    mails.plan = ["550"]

    with pytest.raises(CommandError, match="smtp_550"):
        call_command("send_test_message", person.email)
