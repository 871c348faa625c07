"""A test message is asked for, and the page says by itself what becomes of it."""

import pytest
from playwright.sync_api import Page, expect

from backend.common import clock
from reminders.models import Message
from tests.e2e.network import Network
from tests.factories.reminders import make_delivery

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_page_says_when_the_test_was_sent(pats_phone: Page, line: Network) -> None:
    phone = pats_phone
    phone.goto("/reminders")
    phone.get_by_role("button", name="Send me a test").click()
    said = phone.locator("#last-test")
    expect(said).to_have_text("Your last test: on its way")

    line.fault = lambda method, path: 503 if path.endswith("/state") else None
    message = Message.objects.get(kind="test")
    make_delivery(message, channel="email", attempted_at=clock.now())
    Message.objects.update(state="sent", settled_at=clock.now())
    line.fault = None

    expect(said).to_contain_text("Your last test: sent at ")
    assert Message.objects.count() == 1
