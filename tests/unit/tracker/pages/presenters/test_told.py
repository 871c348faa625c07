"""Each step of a reminder in words, by the clock that the person had then."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from reminders.queries.proof import Proof, Way
from reminders.scheduling.zones import Zones
from tracker.pages.presenters import devices, told

DUE = datetime(2026, 11, 21, 17, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
BERLIN = Zones("Europe/Berlin")
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)"


def way(**changes):
    fields = {
        "channel": "web_push",
        "user_agent": IPHONE,
        "status": "delivered",
        "error": "",
        "at": DUE,
        "shown_at": None,
        "opened_at": None,
    }
    return Way(**(fields | changes))


def proof(**changes):
    fields = {
        "id": uuid4(),
        "kind": "check_in",
        "slot": 0,
        "at": DUE,
        "local_date": date(2026, 11, 21),
        "state": "sent",
        "reason": "",
        "ways": (),
        "answered_at": None,
    }
    return Proof(**(fields | changes))


def line(clock=BERLIN, **changes):
    [one] = told.lines([proof(**changes)], clock)
    return one


def test_the_whole_way_is_told_step_by_step():
    seen = way(shown_at=DUE + MINUTE, opened_at=DUE + 2 * MINUTE)

    shown = line(ways=(seen,), answered_at=DUE + 5 * MINUTE)

    assert shown.what == "Check-in reminder"
    assert shown.day == date(2026, 11, 21)
    assert f"{shown.due:%d %H:%M}" == "21 18:30"
    assert shown.steps == (
        "sent at 18:30 by notification to iPhone",
        "shown at 18:31",
        "opened at 18:32",
        "answered at 18:35",
    )


def test_times_are_those_of_the_zone_that_held_then():
    moved = Zones("America/New_York", ((DUE + 2 * MINUTE, "Europe/Berlin"),))

    shown = line(moved, ways=(way(),), answered_at=DUE + 3 * MINUTE)

    assert f"{shown.due:%d %H:%M}" == "21 18:30"
    assert shown.steps[1] == "answered at 12:33"


def test_another_day_is_named():
    morning = DUE + timedelta(hours=13, minutes=30)

    assert line(ways=(way(at=morning),)).steps == (
        "sent at Sun 08:00 by notification to iPhone",
    )


@pytest.mark.parametrize(
    ("changes", "step"),
    [
        (
            {"status": "permanent_failure", "error": "http_410"},
            "failed at 18:30 by notification to iPhone: "
            "the phone no longer takes notifications",
        ),
        (
            {"channel": "email", "status": "permanent_failure", "error": "smtp_550"},
            "failed at 18:30 by e-mail: the mailbox does not take it",
        ),
        (
            {
                "channel": "email",
                "status": "permanent_failure",
                "error": "bounced_5.1.1",
            },
            "failed at 18:30 by e-mail: the mailbox does not take it",
        ),
        (
            {"channel": "email", "status": "temporary_failure", "error": "smtp_451"},
            "failed at 18:30 by e-mail: it could not be handed over",
        ),
        (
            {"channel": "sms", "status": "unknown_outcome"},
            "perhaps sent at 18:30 by text message: no answer came",
        ),
        ({"status": "sending"}, "on its way by notification to iPhone since 18:30"),
    ],
)
def test_failures_are_said_in_words_without_codes(changes, step):
    assert line(ways=(way(**changes),)).steps[0] == step


@pytest.mark.parametrize(
    ("state", "reason", "step"),
    [
        ("cancelled", "not_needed", "not sent: it was not needed"),
        ("cancelled", "paused", "not sent: reminders were paused"),
        ("cancelled", "clinic_closed", "not sent: the clinic was closed"),
        ("cancelled", "channels_stopped", "not sent: its ways were stopped"),
        ("expired", "late", "not sent: it was too late"),
        ("dead", "no_channel_works", "not delivered: no way works"),
        ("dead", "RuntimeError", "not delivered"),
        ("queued", "", "on its way"),
    ],
)
def test_what_was_not_sent_says_why(state, reason, step):
    shown = line(state=state, reason=reason)

    assert shown.steps == (step,)
    assert shown.is_failed == (state in ("dead", "expired"))


def test_nudges_tests_and_messages_have_names():
    assert line(slot=1).what == "Check-in reminder, asked again"
    assert line(kind="questionnaire").what == "Questionnaire reminder"
    test = line(kind="test", local_date=None)
    assert (test.what, test.due) == ("Test", None)
    assert line(kind="advice_ready", local_date=None).what == "Message"


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (IPHONE, "iPhone"),
        ("Mozilla/5.0 (Linux; Android 15; Pixel 8)", "Android phone"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", "Mac computer"),
        ("Mozilla/5.0 (Windows NT 10.0)", "Windows computer"),
        ("", "a device"),
    ],
)
def test_device_is_named_as_its_owner_would(user_agent, name):
    assert devices.name(user_agent) == name
