"""Putting the app on the home screen is offered once, after a check-in."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.phones import sign_in
from tests.factories.tracker import make_check_in
from tests.product import Product
from tracker.models import Episode, Patient

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1"
)
STANDALONE = "Object.defineProperty(navigator, 'standalone', { value: %s });"
CAN_INSTALL = """() => {
    const event = new Event("beforeinstallprompt", { cancelable: true });
    event.prompt = () => { globalThis.asked = true; return Promise.resolve(); };
    dispatchEvent(event);
    return event.defaultPrevented;
}"""


@pytest.fixture
def open_result(
    new_page: Callable[..., Page],
    product: Product,
    pat: Patient,
    pats_episode: Episode,
) -> Callable[..., Page]:
    product.start_web()
    entry = make_check_in(pats_episode, 9)

    def open_it(script: str = "", **options: str) -> Page:
        page = new_page(
            PHONE, base_url=product.base_url, service_workers="block", **options
        )
        sign_in(page.context, pat, product.base_url)
        page.add_init_script(script)
        page.goto(f"/check-in/{entry.pk}")
        page.wait_for_load_state("networkidle")
        return page

    return open_it


def test_safari_shows_the_steps_until_they_are_put_away(
    open_result: Callable[..., Page],
) -> None:
    installed = open_result(STANDALONE % "true", user_agent=SAFARI)
    expect(installed.locator("#install")).to_be_hidden()

    page = open_result(STANDALONE % "false", user_agent=SAFARI)

    expect(page.locator("#install-steps li")).to_have_count(3)
    expect(page.locator("#install-steps")).to_be_visible()
    expect(page.locator("#install-now")).to_be_hidden()
    page.get_by_role("button", name="Not now").click()
    expect(page.locator("#install")).to_be_hidden()
    page.reload(wait_until="networkidle")
    expect(page.locator("#install")).to_be_hidden()


def test_chromium_offers_a_button_when_it_can(
    open_result: Callable[..., Page],
) -> None:
    page = open_result()
    expect(page.locator("#install")).to_be_hidden()

    assert page.evaluate(CAN_INSTALL)
    page.get_by_role("button", name="Put it there").click()

    expect(page.locator("#install")).to_be_hidden()
    assert page.evaluate("() => asked")
    expect(page.locator("#install-steps")).to_be_hidden()
