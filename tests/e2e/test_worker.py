"""The service worker: an emergency page without a signal, and nothing personal kept."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.phones import put_away
from tests.product import Product
from tracker.models import Patient

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(browser: Browser, product: Product) -> Iterator[Page]:
    product.start_web()
    context = browser.new_context(
        **PHONE, base_url=product.base_url, permissions=["notifications"]
    )
    page = context.new_page()
    page.goto("/offline")
    page.evaluate(
        "() => navigator.serviceWorker.register('/sw.js', { type: 'module' })"
        ".then(() => navigator.serviceWorker.ready)"
    )
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    yield page
    put_away(context)


def test_page_without_a_signal_says_what_to_do(page: Page) -> None:
    page.context.set_offline(True)

    page.goto("/progress")

    expect(page.get_by_role("heading", name="No connection")).to_be_visible()
    expect(page.get_by_role("link", name="Call 911")).to_be_visible()


def test_nothing_personal_is_kept(
    page: Page, pat: Patient, product: Product, signed_in: Callable[..., Client]
) -> None:
    session = signed_in(pat.user).cookies["sessionid"].value
    page.context.add_cookies(
        [{"name": "sessionid", "value": session, "url": product.base_url}]
    )
    for path in ("/today", "/progress", "/messages"):
        page.goto(path)

    kept = page.evaluate(
        """async () => {
          const urls = [];
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            urls.push(...(await cache.keys()).map((r) => new URL(r.url).pathname));
          }
          return urls.sort();
        }"""
    )

    assert [path for path in kept if not path.startswith("/static/")] == [
        "/call",
        "/offline",
        "/shell/check-in",
        "/shell/plan",
        "/shell/symptom",
        "/shell/today",
        "/unsent",
    ]
