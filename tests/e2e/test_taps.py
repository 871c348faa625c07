"""How much a person has to do: four taps from the open check-in to its answer."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.phones import tap

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

COUNT_TAPS = """addEventListener("pointerdown", () => {
    const taps = Number(sessionStorage.getItem("taps")) + 1;
    sessionStorage.setItem("taps", taps);
}, true)"""


def test_check_in_takes_four_taps(pats_phone: Page) -> None:
    pats_phone.add_init_script(COUNT_TAPS)
    pats_phone.goto("/check-in")

    tap(pats_phone, "pain_6", "mobility_5", "no_symptoms")
    pats_phone.get_by_role("button", name="Save").tap()

    expect(pats_phone.get_by_role("heading", name="Sent")).to_be_visible()
    assert pats_phone.evaluate("() => sessionStorage.getItem('taps')") == "4"
