"""Who answers with a keyboard reports what they chose, not what they looked at."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.phones import stored
from tracker.models import CheckIn

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SYMPTOM = "saddle_numbness"
MODULE = "looking_around"


def test_space_chooses_at_once(pats_phone: Page) -> None:
    change = tick_by_keyboard(pats_phone)

    change("new").focus()
    pats_phone.keyboard.press("Space")
    expect(the_emergency(pats_phone)).to_be_visible()


def test_what_was_only_passed_is_not_reported(pats_phone: Page) -> None:
    change = tick_by_keyboard(pats_phone)

    look_until(pats_phone, change("same"))
    expect(the_emergency(pats_phone)).to_be_hidden()
    pats_phone.keyboard.press("Tab")

    expect(the_emergency(pats_phone)).to_be_hidden()
    expect(change("same")).to_be_checked()
    assert CheckIn.objects.count() == 0


@pytest.mark.parametrize("key", ["Tab", "Space", "Enter"])
def test_what_was_chosen_is_an_emergency(pats_phone: Page, key: str) -> None:
    change = tick_by_keyboard(pats_phone)

    look_until(pats_phone, change("worse"))
    expect(the_emergency(pats_phone)).to_be_hidden()
    pats_phone.keyboard.press(key)

    expect(the_emergency(pats_phone)).to_be_visible()
    expect(the_emergency(pats_phone)).to_be_focused()
    stored(pats_phone, 1)
    pats_phone.wait_for_timeout(500)
    assert CheckIn.objects.count() == 1


def tick_by_keyboard(page: Page):
    page.goto("/symptom")
    with page.expect_response(lambda answer: MODULE in answer.url):
        page.locator(f"#symptom_{SYMPTOM}").focus()
        page.keyboard.press("Shift")
    page.wait_for_timeout(300)
    page.keyboard.press("Space")

    def change(name: str) -> Locator:
        return page.locator(f"#change_{SYMPTOM}_{name}")

    return change


def look_until(page: Page, radio: Locator) -> None:
    page.keyboard.press("Tab")
    for _ in range(5):
        page.keyboard.press("ArrowDown")
        if radio.is_checked():
            return
    raise AssertionError("the arrow keys did not reach it")


def the_emergency(page: Page) -> Locator:
    return page.locator("#emergency-now")
