"""The API's own page draws itself without a foreign host."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import DESK
from tests.product import Product

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_page_lists_the_check_in(
    product: Product, new_page: Callable[..., Page]
) -> None:
    product.start_web()
    page = new_page(DESK, base_url=product.base_url)

    page.goto("/api/docs/")

    expect(page.get_by_text("/api/v1/check-ins/{check_in_id}").first).to_be_visible()
