"""What a phone fetches for its first check-in: sizes and number of requests, not time.

`make bench-first-paint` measures the time on a slow line.
"""

import gzip
from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request

from tests.e2e.conftest import PHONE
from tests.e2e.phones import sign_in
from tests.product import Product
from tracker.models import Patient

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# One answer of a slow line: what fits into the first ten packets.
FIRST_ANSWER = 14_600
# What the first paint waits for.
BLOCKING = """() => performance.getEntriesByType("resource")
    .filter((part) => part.renderBlockingStatus === "blocking")
    .map((part) => new URL(part.name).pathname.split("/").at(-1)).sort()"""


def test_the_check_in_is_painted_from_few_and_small_files(
    new_page: Callable[..., Page], product: Product, pat: Patient
) -> None:
    product.start_web()
    page = new_page(PHONE, base_url=product.base_url, service_workers="block")
    sign_in(page.context, pat, product.base_url)
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))

    page.goto("/check-in", wait_until="networkidle")

    kinds = Counter(request.resource_type for request in requests)
    assert kinds["document"] == 1
    assert kinds["stylesheet"] == 3
    assert kinds["script"] <= 13
    assert len(requests) <= 20
    assert {r.url for r in requests if not r.url.startswith(product.base_url)} == set()
    document = next(r for r in requests if r.resource_type == "document").response()
    assert document is not None
    assert len(gzip.compress(document.body())) < FIRST_ANSWER
    blocking = page.evaluate(BLOCKING)
    assert blocking == ["app.css", "patient.css", "tokens.css"]
