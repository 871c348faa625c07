"""A phone that keeps another clock than the record: asked once, and home again."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.phones import sign_in
from tests.product import Product
from tracker.models import Patient, ZoneStay

pytestmark = pytest.mark.browser
ASKED = "Are you travelling, or did you move?"


@pytest.fixture
def in_zone(
    new_page: Callable[..., Page], product: Product, pat: Patient
) -> Callable[[str], Page]:
    """Pat's first page on a phone that keeps the clock of that zone."""
    product.start_web()

    def visit(zone: str) -> Page:
        page = new_page(PHONE, base_url=product.base_url, timezone_id=zone)
        sign_in(page.context, pat, product.base_url)
        page.goto("/today")
        return page

    return visit


def history(patient: Patient) -> list[tuple[str, str]]:
    rows = ZoneStay.objects.filter(patient=patient).order_by("since", "pk")
    return list(rows.values_list("zone", "kind"))


def test_journey_is_asked_about_once_and_ends_by_itself(
    in_zone: Callable[[str], Page], pat: Patient
) -> None:
    abroad = in_zone("Europe/Lisbon")
    expect(abroad.get_by_text("Your phone is in Lisbon time")).to_be_visible()
    abroad.get_by_role("button", name="Travelling: remind me at my hour here").click()
    expect(abroad.get_by_text("follow Lisbon time")).to_be_visible()
    expect(abroad.get_by_text(ASKED)).to_be_hidden()

    at_home = in_zone("America/New_York")

    expect(at_home.get_by_text("You are back home.")).to_be_visible()
    assert history(pat) == [
        ("America/New_York", "home"),
        ("Europe/Lisbon", "travel"),
        ("America/New_York", "home"),
    ]


def test_kept_time_of_home_is_not_asked_again(
    in_zone: Callable[[str], Page], pat: Patient
) -> None:
    abroad = in_zone("Europe/Lisbon")
    abroad.get_by_role("button", name="Travelling: keep the time of home").click()
    expect(abroad.get_by_text("Nothing changes.")).to_be_visible()

    abroad.goto("/today")

    expect(abroad.get_by_text(ASKED)).to_be_hidden()
    assert history(pat)[-1] == ("Europe/Lisbon", "kept")


def test_place_with_the_same_clock_is_no_journey(
    in_zone: Callable[[str], Page], pat: Patient
) -> None:
    # The same clock as New York all year.
    page: Any = in_zone("America/Toronto")

    page.wait_for_load_state("networkidle")
    expect(page.get_by_text(ASKED)).to_be_hidden()
    assert history(pat) == []
