"""From the card of today to its place in the plan, without JavaScript."""

import pytest
from django.test import Client
from playwright.sync_api import Browser, expect

from backend.common import clock
from tests.e2e.conftest import PHONE
from tests.e2e.phones import put_away
from tests.product import Product
from tracker.models import Patient
from tracker.queries import education, episodes

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_card_of_today_leads_to_its_place(
    browser: Browser, product: Product, pat: Patient
) -> None:
    product.start_web()
    episode = episodes.active_of(pat.user)
    shown = education.for_episode(episode, clock.local_today(pat.zone), "en").of_the_day
    assert shown is not None
    client = Client()
    client.force_login(pat.user)
    session = client.cookies["sessionid"].value
    context = browser.new_context(
        **PHONE, base_url=product.base_url, java_script_enabled=False, locale="en-US"
    )
    context.add_cookies(
        [{"name": "sessionid", "value": session, "url": product.base_url}]
    )
    page = context.new_page()

    page.goto("/today")
    page.get_by_role("link", name="More in your plan").click()

    expect(page.get_by_role("heading", name=shown.title)).to_be_in_viewport()
    page.get_by_role("button", name="I have read this").click()
    expect(page.get_by_text("You read this on")).to_be_visible()
    put_away(context)
