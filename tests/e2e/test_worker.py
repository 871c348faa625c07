"""The service worker: an emergency page without a signal, pushes that show and open."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import PHONE
from tests.product import Product, until
from tracker.models import Patient

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DELIVERY = "7d3cfa7e-4a9f-4bb5-8f0d-8f9f3f0c9d11"


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
    context.set_offline(False)
    context.close()


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


def test_push_is_shown_and_reported(page: Page) -> None:
    receipts: list[dict[str, Any]] = []

    def taken(route: Any) -> None:
        receipts.append(route.request.post_data_json)
        route.fulfill(status=204)

    page.context.route("**/api/v1/receipts", taken)
    shown: list[str] = []
    cdp = page.context.new_cdp_session(page)
    cdp.send("BackgroundService.startObserving", {"service": "notifications"})
    cdp.send(
        "BackgroundService.setRecording",
        {"service": "notifications", "shouldRecord": True},
    )
    cdp.on(
        "BackgroundService.backgroundServiceEventReceived",
        lambda event: shown.append(event["backgroundServiceEvent"]["eventName"]),
    )
    registrations: dict[str, str] = {}
    cdp.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: registrations.update(
            {r["scopeURL"]: r["registrationId"] for r in event["registrations"]}
        ),
    )
    cdp.send("ServiceWorker.enable")

    def known() -> bool:
        page.wait_for_timeout(50)
        return bool(registrations)

    until(known, seconds=20)
    origin = page.evaluate("() => location.origin")
    message = {
        "web_push": 8030,
        "notification": {"title": "How was your day?", "navigate": "/check-in"},
        "delivery": DELIVERY,
    }

    cdp.send(
        "ServiceWorker.deliverPushMessage",
        {
            "origin": origin,
            "registrationId": registrations[f"{origin}/"],
            "data": json.dumps(message),
        },
    )

    def reported() -> bool:
        page.wait_for_timeout(50)
        return bool(receipts)

    until(reported, seconds=20)
    assert receipts == [{"delivery": DELIVERY, "kind": "shown"}]
    assert "Notification displayed" in shown
