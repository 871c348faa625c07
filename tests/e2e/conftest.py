"""A real Chromium, and pages of a phone and of a desk in it."""

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from backend.common import clock
from backend.local import chromium
from tests.e2e import network
from tests.e2e.network import Network
from tests.e2e.phones import first_visit, put_away, sign_in
from tests.factories.tracker import make_check_in
from tests.product import PATIENCE, Product
from tracker.actions import check_ins
from tracker.models import Patient

MILLISECONDS = PATIENCE * 1000
expect.set_options(timeout=MILLISECONDS)
# Nothing outside this machine may be looked up, let alone needed.
NO_NETWORK = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"
ARGUMENTS = ["--disable-gpu", "--disable-quic", NO_NETWORK]
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    launched = playwright.chromium.launch(
        executable_path=str(chromium.ensure()), args=ARGUMENTS
    )
    yield launched
    launched.close()


@pytest.fixture
def new_page(browser: Browser, product: Product) -> Iterator[Callable[..., Page]]:
    """`new_page(PHONE, locale="en-GB")`: a person of their own, signed in nowhere.

    The test fails if the page wrote an error to its console. `product` ends after the
    pages: a page left open asks on, and a server that is gone would be such an error.
    """
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def make(device: dict[str, Any], **options: Any) -> Page:
        context = browser.new_context(**device, **options)
        context.set_default_timeout(MILLISECONDS)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on(
            "console",
            lambda message: (
                errors.append(message.text) if message.type == "error" else None
            ),
        )
        return page

    yield make
    for context in contexts:
        put_away(context)
    assert errors == []


@pytest.fixture
def line(product: Product) -> Iterator[Network]:
    """The product behind a network that can fail."""
    product.start_web()
    with network.before(product.port) as between:
        yield between


@pytest.fixture
def pats_phone(browser: Browser, line: Network, pat: Patient) -> Iterator[Page]:
    """Pat's phone after one visit over that network, with its service worker."""
    context = browser.new_context(**PHONE, base_url=line.url)
    context.set_default_timeout(MILLISECONDS)
    sign_in(context, pat, line.url)
    page = context.new_page()
    first_visit(page)
    yield page
    put_away(context)


@pytest.fixture
def stories(pat: Patient) -> None:
    """Some days of pain, and an emergency this morning."""
    episode = pat.episodes.get()
    for day in range(8):
        make_check_in(episode, day, pain=7 - day // 2)
    check_ins.submit(
        check_in_id=uuid.uuid4(),
        raw={
            "local_date": clock.local_today(pat.zone).isoformat(),
            "recorded_at": clock.now().isoformat(),
            "pain": 6,
            "symptoms": [{"code": "saddle_numbness", "change": "new"}],
        },
        by=pat.user,
    )


@pytest.fixture
def signed_in_page(
    product: Product, new_page: Callable[..., Page]
) -> Callable[[Any, dict[str, Any], str], Page]:
    """A page of the running product in which this person is signed in."""
    product.start_web()

    def make(user: Any, device: dict[str, Any], scheme: str) -> Page:
        page = new_page(
            device,
            base_url=product.base_url,
            color_scheme=scheme,
            # A fading step would be measured in the middle of its fade.
            reduced_motion="reduce",
            service_workers="block",
        )
        if user is not None:
            client = Client()
            client.force_login(user)
            session = client.cookies["sessionid"].value
            page.context.add_cookies(
                [{"name": "sessionid", "value": session, "url": product.base_url}]
            )
        return page

    return make
