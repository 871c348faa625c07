"""Clinics that share a server, each with a provider of its own for text messages."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from backend.common import clock
from reminders.actions import delivery, due, messages, plan
from reminders.models import DueReminder, Message
from reminders.queries import reachability
from tests.factories.accounts import make_clinic, make_user
from tests.factories.reminders import make_message, make_preference, make_schedule

# Apprise loads a module of Python's own that is on its way out.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated")
NUMBER = "+15550101234"


class Provider(HTTPServer):
    """Takes what Apprise posts as JSON, and notes what it was told about whom."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Taking)
        self.taken: list[tuple[str, str]] = []

    @property
    def url(self) -> str:
        return f"json://127.0.0.1:{self.server_port}/{{phone}}"


class Taking(BaseHTTPRequestHandler):
    server: Provider

    def do_POST(self) -> None:
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.taken.append((self.path, told["message"]))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        """Quiet."""


@pytest.fixture
def providers() -> Iterator[tuple[Provider, Provider]]:
    both = Provider(), Provider()
    for one in both:
        threading.Thread(target=one.serve_forever, daemon=True).start()
    yield both
    for one in both:
        one.shutdown()
        one.server_close()


@pytest.fixture
def recipient(db: None) -> Any:
    person = make_user()
    make_preference(person, phone=NUMBER, channels=["sms"], stopped_channels=["email"])
    return person


def deliver() -> None:
    delivery.deliver_claimed(messages.claim(50, clock.now()))


def test_each_clinic_speaks_through_its_own_provider(
    providers: Any, recipient: Any, urgent_kind: Any, settings: Any
) -> None:
    shared, own = providers
    north, south = make_clinic(slug="north"), make_clinic(slug="south")
    settings.SMS_URL, settings.SMS_URLS = shared.url, {"north": own.url}

    for clinic in (north, south, None):
        make_message(recipient, clinic, kind=urgent_kind.code, is_urgent=True)
    deliver()

    assert (len(own.taken), len(shared.taken)) == (1, 2)
    path, words = own.taken[0]
    assert path == f"/{NUMBER}"
    assert words.startswith("Your page is ready. http")
    assert set(Message.objects.values_list("state", flat=True)) == {"sent"}


def test_reminder_is_sent_by_the_clinic_of_its_schedule(
    providers: Any, recipient: Any, reminder_kind: Any, settings: Any, at: Any
) -> None:
    shared, own = providers
    settings.SMS_URL, settings.SMS_URLS = shared.url, {"north": own.url}
    make_schedule(recipient, make_clinic(slug="north"), kind=reminder_kind.code)
    plan.plan_due(clock.now())
    moment = DueReminder.objects.earliest("due_at").due_at
    at(moment)

    delivery.deliver_claimed(due.claim(50, moment).claimed)

    assert (len(own.taken), len(shared.taken)) == (1, 0)


def test_clinic_that_wants_none_sends_none(
    providers: Any, recipient: Any, urgent_kind: Any, settings: Any
) -> None:
    shared, _ = providers
    north, south = make_clinic(slug="north"), make_clinic(slug="south")
    settings.SMS_URL, settings.SMS_URLS = shared.url, {"north": ""}
    make_schedule(recipient, north)
    make_schedule(recipient, south)

    make_message(recipient, north, kind=urgent_kind.code, is_urgent=True)
    deliver()

    assert shared.taken == []
    assert [one.user for one in reachability.without_channel(north)] == [recipient]
    assert reachability.without_channel(south) == []


def test_provider_of_a_clinic_has_a_state_of_its_own(
    providers: Any, recipient: Any, urgent_kind: Any, settings: Any
) -> None:
    from reminders.models import Provider as State

    shared, own = providers
    settings.SMS_URL, settings.SMS_URLS = shared.url, {"north": own.url}

    make_message(recipient, make_clinic(slug="north"), kind=urgent_kind.code)
    make_message(recipient, make_clinic(slug="south"), kind=urgent_kind.code)
    deliver()

    assert set(State.objects.values_list("code", flat=True)) == {"sms", "sms north"}
