"""Text messages go to the provider that the clinic named, with neutral words only."""

from dataclasses import replace
from types import SimpleNamespace
from uuid import uuid4

import apprise
import pytest

from reminders.channels.base import ChannelError, Outgoing
from reminders.channels.sms import Sms, address

# Apprise loads a module of Python's own that is on its way out.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated")
OUTGOING = Outgoing(
    message_id=uuid4(),
    delivery_id=uuid4(),
    recipient=SimpleNamespace(),
    is_urgent=True,
    subject="A report is waiting",
    body="Sign in to read it.",
    action_label="Open",
    url="https://cairn.example/x",
    preferences_url="",
    phone="+15550101234",
)


@pytest.fixture
def said(settings, monkeypatch):
    """What the provider is asked, and what it answers: yes."""
    settings.SMS_URL = "twilio://AC0123456789abcdef0123456789abcdef:0123456789abcdef0123456789abcdef@+15550109999/{phone}"
    notes = SimpleNamespace(texts=[], answer=True)

    def notify(self, body, **options):
        notes.texts.append((body, self[0].targets))
        return notes.answer

    monkeypatch.setattr(apprise.Apprise, "notify", notify)
    return notes


def test_text_goes_to_the_number_through_the_named_provider(said):
    Sms().send(OUTGOING)

    ((body, targets),) = said.texts
    assert body == "Sign in to read it. https://cairn.example/x"
    assert targets == [("T", "+15550101234")]


def test_no_is_an_unknown_outcome(said):
    said.answer = False

    with pytest.raises(ChannelError) as failed:
        Sms().send(OUTGOING)

    assert (failed.value.code, failed.value.unknown) == ("sms_not_taken", True)


@pytest.mark.parametrize(
    ("url", "phone", "code"),
    [
        ("", "+15550101234", "no_number"),
        ("json://localhost/{phone}", "", "no_number"),
        ("no-such-service://{phone}", "+15550101234", "bad_sms_url"),
    ],
)
def test_missing_number_or_provider_is_permanent(settings, url, phone, code):
    settings.SMS_URL = url

    with pytest.raises(ChannelError) as failed:
        Sms().send(replace(OUTGOING, phone=phone))

    assert (failed.value.code, failed.value.permanent) == (code, True)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("json://host/{phone}", "json://host/%2B1555?cto=3&rto=6"),
        ("json://host/{phone}?a=b", "json://host/%2B1555?a=b&cto=3&rto=6"),
    ],
)
def test_provider_has_seconds_to_answer(template, expected):
    assert address(template, "+1555") == expected
