"""A phone without a signal: nothing that was saved is lost, nothing arrives twice."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, Route, expect

from backend.common import clock
from tests.e2e.conftest import MILLISECONDS, PHONE
from tests.e2e.phones import answer, put_away, sign_in, stored
from tests.product import Product, until
from tracker.models import Alert, CheckIn, Patient

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def phone(browser: Browser, product: Product, pat: Patient) -> Iterator[Page]:
    """Pat's phone. Being offline writes errors to the console, so none are counted.

    Without the service worker: it has no part in the outbox, and a request that passes
    through it is one that `route` may not see.
    """
    product.start_web()
    context = browser.new_context(
        **PHONE, base_url=product.base_url, service_workers="block"
    )
    context.set_default_timeout(MILLISECONDS)
    sign_in(context, pat, product.base_url)
    yield context.new_page()
    put_away(context)


def test_check_in_without_a_signal_goes_out_when_there_is_one(phone: Page) -> None:
    answer(phone)
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    assert CheckIn.objects.count() == 0

    phone.context.set_offline(False)

    stored(phone, 1)
    phone.wait_for_url(re.compile("/check-in/.+"))  # the page turns into the answer
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


def tap(page: Page, *ids: str) -> None:
    for name in ids:
        page.locator(f"label[for={name}]").click()


@pytest.mark.parametrize("path", ["/symptom", "/check-in#symptoms"])
def test_emergency_arrives_though_another_answer_is_open(
    phone: Page, path: str
) -> None:
    phone.goto("/check-in")
    if path == "/symptom":
        phone.goto(path)
    else:
        tap(phone, "pain_6", "mobility_5")
    tap(phone, "symptom_feverish", "symptom_saddle_numbness")

    tap(phone, "change_saddle_numbness_new")

    expect(phone.get_by_text("The clinic received this at")).to_be_visible()
    assert Alert.objects.get().level == 4
    stored = CheckIn.objects.get()
    assert [s["code"] for s in stored.answers["symptoms"]] == ["saddle_numbness"]
    assert stored.pain == (None if path == "/symptom" else 6)


@pytest.mark.parametrize("status", [404, 422])
def test_refused_emergency_goes_again_as_the_one_symptom(
    phone: Page, status: int
) -> None:
    refused: list[str] = []

    def refuse_first(route: Route) -> None:
        if route.request.method == "POST" and not refused:
            refused.append(route.request.post_data or "")
            route.fulfill(status=status, body="")
        else:
            route.fallback()

    phone.goto("/symptom")
    phone.route("**/symptom", refuse_first)
    tap(phone, "symptom_saddle_numbness", "change_saddle_numbness_new")

    expect(phone.get_by_text("The clinic received this at")).to_be_visible()
    assert Alert.objects.get().level == 4
    assert str(CheckIn.objects.get().pk) not in refused[0]
    phone.goto("/today")
    expect(phone.locator("#unsent")).to_be_hidden()


def test_way_back_from_an_emergency_keeps_the_form(phone: Page) -> None:
    phone.goto("/symptom")
    phone.route("**/symptom", _cut_off)
    phone.locator("#note_value").fill("Since this morning")
    tap(phone, "symptom_feverish")
    tap(phone, "symptom_saddle_numbness", "change_saddle_numbness_new")

    phone.get_by_role("link", name="Back to the form").click()

    expect(phone.locator("#note_value")).to_have_value("Since this morning")
    expect(phone.locator("#symptom_feverish")).to_be_checked()
    tap(phone, "change_feverish_new")
    phone.unroute("**/symptom")
    phone.get_by_role("button", name="Send", exact=True).click()
    phone.wait_for_url(re.compile("/(emergency|check-in)/"))
    stored(phone, 2)


def test_hanging_request_does_not_hold_up_an_emergency(phone: Page) -> None:
    hanging: list[Route] = []

    def hang(route: Route) -> None:
        if route.request.method == "POST":
            hanging.append(route)
        else:
            route.fallback()

    answer(phone)
    phone.route("**/check-in", _cut_off)
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    phone.unroute("**/check-in")
    phone.route("**/check-in", hang)
    phone.goto("/symptom")
    until(lambda: phone.wait_for_timeout(100) or hanging)

    tap(phone, "symptom_saddle_numbness", "change_saddle_numbness_new")

    expect(phone.get_by_text("The clinic received this at")).to_be_visible()
    assert Alert.objects.get().level == 4


def test_request_without_an_answer_is_given_up(phone: Page) -> None:
    hanging: list[Route] = []

    def hang_first(route: Route) -> None:
        if route.request.method == "POST" and not hanging:
            hanging.append(route)
        else:
            route.fallback()

    answer(phone)
    phone.route("**/check-in", hang_first)
    phone.get_by_role("button", name="Save").click()

    expect(phone.get_by_role("heading", name="Sent")).to_be_visible()
    assert len(hanging) == 1
    assert CheckIn.objects.count() == 1


def to_the_end(page: Page, sleep: str) -> None:
    answer(page)
    page.get_by_text("Add more, if you like").click()
    page.locator("#sleep_value").fill(sleep)


def test_number_that_cannot_be_read_is_told_without_a_connection(phone: Page) -> None:
    to_the_end(phone, "7h30")
    phone.context.set_offline(True)

    phone.get_by_role("button", name="Save").click()

    expect(phone.locator("#errors")).to_contain_text("Hours of sleep is a number")
    expect(phone.locator("#sleep_value")).to_have_attribute("aria-invalid", "true")
    phone.locator("#sleep_value").fill("7,5")
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    phone.context.set_offline(False)
    stored(phone, 1)
    assert CheckIn.objects.get().answers["sleep_hours"] == 7.5


def test_open_follow_up_is_told_before_it_is_saved(phone: Page) -> None:
    phone.goto("/symptom")
    tap(phone, "symptom_feverish")
    phone.context.set_offline(True)

    phone.get_by_role("button", name="Send", exact=True).click()

    expect(phone.locator("#errors")).to_contain_text("Tell us if this is new")


# An entry that the phone took for right and the server will not.
LEAVE_UNREADABLE = """async () => {
    const { draft, keep } = await import("/static/js/outbox.js");
    const form = document.getElementById("check-in");
    const fields = new URLSearchParams(new FormData(form));
    fields.set("pain", "4");
    fields.set("sleep_hours", "7h30");
    await keep(draft(form, fields));
}"""


def test_refused_entry_can_be_opened_and_mended(phone: Page) -> None:
    phone.goto("/check-in")
    phone.evaluate(LEAVE_UNREADABLE)
    phone.goto("/today")
    expect(phone.locator("#unsent")).to_contain_text("could not be sent: 1")
    phone.get_by_role("link", name="Show them").click()

    expect(phone.locator("#entries")).to_contain_text("could not read one answer")
    phone.get_by_role("button", name="Open it").click()

    expect(phone.locator("#errors")).to_contain_text("Hours of sleep")
    expect(phone.locator("#sleep_value")).to_have_value("7h30")
    expect(phone.locator("#pain_4")).to_be_checked()
    phone.locator("#sleep_value").fill("7,5")
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_role("heading", name="Sent")).to_be_visible()
    phone.goto("/today")
    phone.wait_for_timeout(500)
    expect(phone.locator("#unsent")).to_be_hidden()


def test_refused_entry_can_be_deleted_after_a_question(phone: Page) -> None:
    phone.goto("/check-in")
    phone.evaluate(LEAVE_UNREADABLE)
    phone.goto("/unsent")
    expect(phone.locator("#entries")).to_contain_text("could not read one answer")
    phone.once("dialog", lambda dialog: dialog.dismiss())
    phone.get_by_role("button", name="Delete it").click()
    expect(phone.locator("#entries")).to_contain_text("could not read one answer")

    phone.once("dialog", lambda dialog: dialog.accept())
    phone.get_by_role("button", name="Delete it").click()

    expect(phone.get_by_text("Nothing waits on this phone")).to_be_visible()
    assert CheckIn.objects.count() == 0


def test_ended_session_is_told_as_such(phone: Page) -> None:
    answer(phone)
    phone.context.clear_cookies(name="sessionid")

    phone.get_by_role("button", name="Save").click()

    expect(phone.get_by_text("You are signed out")).to_be_visible()
    expect(phone.get_by_role("link", name="Sign in again to send it")).to_be_visible()


def test_emergency_of_an_ended_session_asks_to_sign_in(
    phone: Page, product: Product, pat: Patient
) -> None:
    phone.goto("/symptom")
    phone.context.clear_cookies(name="sessionid")
    tap(phone, "symptom_saddle_numbness", "change_saddle_numbness_new")
    expect(phone.get_by_text("you are signed out")).to_be_visible()
    client = Client()
    client.force_login(pat.user)
    cookie = client.cookies["sessionid"].value
    phone.context.add_cookies(
        [{"name": "sessionid", "value": cookie, "url": product.base_url}]
    )

    phone.get_by_role("link", name="Sign in again to send it").click()

    expect(phone.get_by_text("The clinic received this at")).to_be_visible()
    assert Alert.objects.get().level == 4


def test_fault_of_the_server_is_not_told_as_no_connection(phone: Page) -> None:
    answer(phone)
    phone.route(
        "**/check-in",
        lambda route: (
            route.fulfill(status=500, body="")
            if route.request.method == "POST"
            else route.fallback()
        ),
    )

    phone.get_by_role("button", name="Save").click()

    expect(phone.get_by_text("The clinic's system has a fault")).to_be_visible()


SEEN_AGAIN = "() => document.dispatchEvent(new Event('visibilitychange'))"


@pytest.mark.parametrize("choice", ["Today", "Yesterday"])
def test_form_left_open_overnight_asks_which_day(phone: Page, choice: str) -> None:
    phone.clock.install()
    phone.goto("/symptom")
    before = phone.locator("[name=local_date]").input_value()
    expect(phone.locator("#for-day")).to_contain_text("For ")
    tap(phone, "symptom_feverish")
    phone.clock.fast_forward("24:00:00")
    phone.evaluate(SEEN_AGAIN)

    phone.locator("#which-day").get_by_role("button", name=choice).click()

    expect(phone.locator("#which-day")).to_be_hidden()
    after = phone.locator("[name=local_date]").input_value()
    assert (after == before) == (choice == "Yesterday")


YESTERDAY = """(field) => {
    const day = new Date(Date.parse(field.value) - 86400000);
    field.value = day.toISOString().slice(0, 10);
}"""


def test_whom_the_phone_could_not_ask_the_server_asks(phone: Page) -> None:
    phone.goto("/symptom")
    phone.locator("[name=local_date]").evaluate(YESTERDAY)
    tap(phone, "symptom_feverish", "change_feverish_same")
    phone.get_by_role("button", name="Send", exact=True).click()
    expect(phone.get_by_text("Choose one, then send it again.")).to_be_visible()

    phone.get_by_label("Yesterday", exact=True).check(force=True)
    phone.get_by_role("button", name="Send", exact=True).click()

    phone.wait_for_url("**/check-in/*-*")
    entry = CheckIn.objects.get()
    assert clock.local_today(
        entry.episode.patient.zone
    ) - entry.local_date == timedelta(days=1)


def test_empty_form_left_open_overnight_begins_afresh(phone: Page) -> None:
    phone.clock.install()
    phone.goto("/symptom")
    first = phone.locator("[name=check_in_id]").input_value()
    phone.clock.fast_forward("24:00:00")

    with phone.expect_navigation():
        phone.evaluate(SEEN_AGAIN)

    assert phone.locator("[name=check_in_id]").input_value() != first
    assert phone.locator("#which-day").is_hidden()


def _cut_off(route: Any) -> None:
    if route.request.method == "POST":
        route.abort("internetdisconnected")
    else:
        route.fallback()
