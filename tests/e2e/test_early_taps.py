"""On a slow line the questions are there before their script: early taps count too."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import PHONE
from tests.e2e.phones import stored, tap
from tracker.models import CheckIn, Patient

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SCRIPTS = "**/static/js/*.js"


@pytest.fixture
def page(pat: Patient, signed_in_page: Callable[..., Page]) -> Page:
    return signed_in_page(pat.user, PHONE, "light")


def tap_before_the_scripts(
    page: Page, path: str, *ids: str, keys: tuple[str, ...] = ()
) -> None:
    held: list[Route] = []
    page.route(SCRIPTS, lambda route: held.append(route))
    page.goto(path, wait_until="commit")
    tap(page, *ids)
    for key in keys:
        page.keyboard.press(key)
    page.route(SCRIPTS, lambda route: route.continue_())
    for route in held:
        route.continue_()
    page.wait_for_load_state("load")


def test_next_question_follows_what_was_answered(page: Page) -> None:
    tap_before_the_scripts(page, "/check-in", "pain_4")

    expect(page.locator("#steps")).to_contain_text("2")
    expect(page.locator("#pain")).to_be_hidden()
    tap(page, "mobility_5", "no_symptoms")
    page.get_by_role("button", name="Save").click()
    stored(page, 1)


def test_question_that_was_passed_over_is_asked(page: Page) -> None:
    tap_before_the_scripts(page, "/check-in", "mobility_5")

    expect(page.locator("#steps")).to_contain_text("1")
    tap(page, "pain_4")
    expect(page.locator("#mobility_5")).to_be_checked()


@pytest.mark.parametrize("path", ["/check-in", "/symptom"])
def test_emergency_is_shown_as_soon_as_it_can_be(page: Page, path: str) -> None:
    name = "saddle_numbness"
    tap_before_the_scripts(page, path, f"symptom_{name}", f"change_{name}_new")

    expect(page.locator("#emergency-now, .emergency").first).to_be_visible()
    stored(page, 1)


@pytest.mark.parametrize("path", ["/check-in", "/symptom"])
def test_emergency_that_was_taken_back_is_none(page: Page, path: str) -> None:
    symptom = "symptom_saddle_numbness"
    tap_before_the_scripts(page, path, symptom, "change_saddle_numbness_new", symptom)

    page.wait_for_timeout(500)
    expect(page.locator("#emergency-now")).to_be_hidden()
    expect(page.locator("#change_saddle_numbness_new")).not_to_be_checked()
    assert CheckIn.objects.count() == 0


def test_answer_passed_with_the_arrow_keys_is_only_looked_at(page: Page) -> None:
    keys = ("ArrowRight", "ArrowRight")
    tap_before_the_scripts(page, "/check-in", "pain_0", keys=keys)

    expect(page.locator("#pain_2")).to_be_checked()
    expect(page.locator("#steps")).to_contain_text("1")


def test_reload_in_the_middle_leaves_no_question_out(page: Page) -> None:
    tap_before_the_scripts(page, "/check-in#save", "pain_4")

    expect(page.locator("#steps")).to_contain_text("2")
    expect(page.locator("#mobility")).to_be_visible()
