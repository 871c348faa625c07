"""The offline page is for the time without a connection, and for no other."""

from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, Route, expect

from tests.e2e.conftest import MILLISECONDS, PHONE
from tests.e2e.phones import put_away
from tests.product import Product
from tracker.models import Patient

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

IN_CHARGE = """() => new Promise((done) => {
    const worker = navigator.serviceWorker;
    if (worker.controller) done();
    else worker.addEventListener("controllerchange", () => done());
})"""


@pytest.fixture
def phone(browser: Browser, product: Product, pat: Patient) -> Iterator[Page]:
    """Pat's phone, with the service worker in charge of the page."""
    product.start_web()
    client = Client()
    client.force_login(pat.user)
    context = browser.new_context(**PHONE, base_url=product.base_url)
    context.set_default_timeout(MILLISECONDS)
    cookie = client.cookies["sessionid"].value
    context.add_cookies(
        [{"name": "sessionid", "value": cookie, "url": product.base_url}]
    )
    page = context.new_page()
    page.goto("/today")
    page.evaluate(IN_CHARGE)
    yield page
    put_away(context)


def test_offline_page_without_a_connection(phone: Page) -> None:
    phone.context.set_offline(True)

    phone.goto("/progress")

    expect(phone.get_by_role("heading", name="No connection")).to_be_visible()


def test_server_that_does_not_answer_is_told_as_no_connection(
    phone: Page, product: Product
) -> None:
    product.kill("web")

    phone.goto("/progress")

    expect(phone.get_by_role("heading", name="No connection")).to_be_visible()


def test_page_that_cannot_be_loaded_leads_home_while_online(phone: Page) -> None:
    def fail(route: Route) -> None:
        route.abort("failed")

    # The worker's own request; the browser's goes to the worker first.
    phone.context.route("**/progress", fail)

    phone.goto("/progress")

    expect(phone.get_by_role("heading", name="Hello")).to_be_visible()
    assert phone.url.endswith("/today")


def test_answer_to_a_form_is_left_to_the_browser(phone: Page) -> None:
    """Going back to one is ERR_CACHE_MISS for a worker that asks for it again."""
    phone.evaluate(
        """async () => {
            const { csrf } = await (await fetch("/device")).json();
            const form = document.createElement("form");
            form.method = "post";
            form.action = "/check-in";
            const sent = { csrfmiddlewaretoken: csrf, pain: "x" };
            for (const [name, value] of Object.entries(sent)) {
                const field = document.createElement("input");
                Object.assign(field, { type: "hidden", name, value });
                form.append(field);
            }
            document.body.append(form);
            form.submit();
        }"""
    )
    expect(
        phone.get_by_role("heading", name="Please look at this again")
    ).to_be_visible()
    phone.goto("/plan")

    phone.evaluate("history.back()")
    phone.wait_for_timeout(1500)

    assert phone.get_by_role("heading", name="No connection").count() == 0
