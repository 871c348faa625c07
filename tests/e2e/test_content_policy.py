"""No page of a patient runs or loads what the content policy does not name.

Trusted Types are reported only; this is where the reports are read. A violation in a
browser outside is nobody's business but that browser's: there is no address for it.
"""

from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page

from tests.e2e.conftest import MILLISECONDS, PHONE
from tests.e2e.patient_pages import of_a_helper, with_a_story
from tests.e2e.phones import IN_CHARGE, put_away, sign_in
from tests.product import Product
from tracker.models import Patient

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

REPORT = """document.addEventListener("securitypolicyviolation", (event) =>
    violated(location.pathname, event.effectiveDirective, event.sample))"""
TO_BE_SEEN = "() => { document.body.innerHTML = '<p>seen</p>'; }"


@pytest.fixture
def phone(browser: Browser, product: Product, pat: Patient) -> Iterator[Page]:
    """Pat's phone; its pages call `violated` for what is refused, or would be."""
    product.start_web()
    context = browser.new_context(**PHONE, base_url=product.base_url)
    context.set_default_timeout(MILLISECONDS)
    context.add_init_script(REPORT)
    sign_in(context, pat, product.base_url)
    yield context.new_page()
    put_away(context)


def test_no_page_of_a_patient_breaks_the_policy(
    phone: Page, pat: Patient, product: Product
) -> None:
    found: list[tuple[str, ...]] = []
    phone.context.expose_function("violated", lambda *what: found.append(what))
    paths = [*with_a_story(pat), "/offline", "/accounts/logout/"]
    helper, helping = of_a_helper(pat, "en")

    phone.goto("/today")
    phone.evaluate(IN_CHARGE)
    for path in paths:
        phone.goto(path)
    sign_in(phone.context, helper, product.base_url)  # type: ignore[arg-type]
    for path in helping:
        phone.goto(path)
    phone.wait_for_timeout(300)

    assert found == []
    phone.evaluate(TO_BE_SEEN)
    phone.wait_for_timeout(300)
    assert [kind for _, kind, *_ in found] == ["require-trusted-types-for"]


def test_policy_names_workers_manifests_and_types(client: Client, db: None) -> None:
    answer = client.get("/offline")

    policy = answer.headers["Content-Security-Policy"]
    assert "worker-src 'self'" in policy
    assert "manifest-src 'self'" in policy
    assert "unsafe-inline" not in policy
    assert "unsafe-eval" not in policy
    reported = answer.headers["Content-Security-Policy-Report-Only"]
    assert "require-trusted-types-for 'script'" in reported
    assert "trusted-types cairn" in reported
