"""A phone without a signal: nothing that was saved is lost, nothing arrives twice."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, Route, expect

from tests.e2e.conftest import PHONE
from tests.product import Product, until
from tracker.models import Alert, CheckIn, Patient

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def phone(browser: Browser, product: Product, pat: Patient) -> Iterator[Page]:
    """Pat's phone. Being offline writes errors to the console, so none are counted."""
    product.start_web()
    client = Client()
    client.force_login(pat.user)
    context = browser.new_context(**PHONE, base_url=product.base_url)
    context.set_default_timeout(15_000)
    cookie = client.cookies["sessionid"].value
    context.add_cookies(
        [{"name": "sessionid", "value": cookie, "url": product.base_url}]
    )
    yield context.new_page()
    context.set_offline(False)
    context.close()


def answer(page: Page) -> None:
    page.goto("/check-in")
    page.locator("label[for=pain_6]").click()
    page.locator("label[for=mobility_5]").click()
    page.locator("label[for=no_symptoms]").click()


def stored(page: Page, count: int) -> None:
    """Wait for the database without stopping the browser's events."""

    def arrived() -> bool:
        page.wait_for_timeout(100)
        return CheckIn.objects.count() == count

    until(arrived, seconds=15)


def test_check_in_without_a_signal_goes_out_when_there_is_one(phone: Page) -> None:
    answer(phone)
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    assert CheckIn.objects.count() == 0

    phone.context.set_offline(False)

    stored(phone, 1)
    phone.goto("/messages")
    expect(phone.locator("#unsent")).to_be_hidden()


def test_check_in_outlives_its_page(phone: Page) -> None:
    answer(phone)
    phone.route("**/check-in", _cut_off)
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    context = phone.context
    phone.close()

    another = context.new_page()
    another.goto("/today")

    stored(another, 1)


def test_lost_answer_stores_once(phone: Page) -> None:
    lost: list[int] = []

    def lose_first(route: Route) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch(max_redirects=0).status)
            route.abort("connectionreset")
        else:
            route.fallback()

    answer(phone)
    phone.route("**/check-in", lose_first)

    phone.get_by_role("button", name="Save").click()

    expect(phone.get_by_role("heading", name="Sent")).to_be_visible()
    assert lost == [302]
    assert CheckIn.objects.count() == 1


def test_emergency_is_shown_before_it_is_sent(phone: Page) -> None:
    phone.goto("/symptom")
    phone.context.set_offline(True)

    phone.locator("label[for=symptom_saddle_numbness]").click()
    phone.locator("label[for=change_saddle_numbness_new]").click()

    expect(phone.get_by_role("link", name="Call 911")).to_be_visible()
    expect(phone.get_by_text("has not received this yet")).to_be_visible()
    assert Alert.objects.count() == 0
    phone.context.set_offline(False)
    expect(phone.get_by_text("The clinic received this at")).to_be_visible()
    assert Alert.objects.get().level == 4


def test_entry_of_one_person_is_not_sent_for_another(
    phone: Page, pia: Patient, product: Product
) -> None:
    answer(phone)
    phone.route("**/check-in", _cut_off)
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    phone.unroute("**/check-in")
    client = Client()
    client.force_login(pia.user)
    cookie = client.cookies["sessionid"].value
    phone.context.add_cookies(
        [{"name": "sessionid", "value": cookie, "url": product.base_url}]
    )

    phone.goto("/today")
    phone.wait_for_timeout(1500)

    assert CheckIn.objects.count() == 0


def _cut_off(route: Any) -> None:
    if route.request.method == "POST":
        route.abort("internetdisconnected")
    else:
        route.fallback()
