"""No page of a patient runs or loads what the content policy does not name.

Trusted Types are reported only; this is where the reports are read. A violation in a
browser outside is nobody's business but that browser's: there is no address for it.
"""

import re
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern
from playwright.sync_api import Browser, Page

from backend.common import clock
from tests.e2e.conftest import PHONE
from tests.e2e.phones import IN_CHARGE, sign_in
from tests.product import Product
from tracker.actions import check_ins
from tracker.models import Episode, Patient
from tracker.pages.urls import urlpatterns

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

REPORT = """document.addEventListener("securitypolicyviolation", (event) =>
    violated(location.pathname, event.effectiveDirective, event.sample))"""
FOR_PATIENTS = {"own record", "own grant", "public"}
MORE = ("/offline", "/accounts/login/", "/accounts/login/code/", "/accounts/logout/")


@pytest.fixture
def values(pat: Patient, pats_episode: Episode) -> dict[str, str]:
    """What stands in an address, with an emergency among the entries."""
    key = uuid.uuid4()
    check_ins.submit(
        check_in_id=key,
        raw={
            "local_date": clock.local_today(pat.zone).isoformat(),
            "recorded_at": clock.now().isoformat(),
            "pain": 6,
            "symptoms": [{"code": "saddle_numbness", "change": "new"}],
        },
        by=pat.user,
    )
    return {
        "check_in_id": str(key),
        "instrument": "weekly_impact",
        "occasion": "7",
        "code": "desk_work",
        "episode_id": str(pats_episode.pk),
    }


def addresses(values: dict[str, str]) -> Iterator[str]:
    """Every address of the patient's side that can be filled in."""
    for entry in urlpatterns:
        assert isinstance(entry, URLPattern)
        if getattr(entry.callback, "permission", None) not in FOR_PATIENTS:
            continue
        route = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(entry.pattern))
        places = set(re.findall(r"{(\w+)}", route))
        if places <= set(values):
            yield "/" + route.format(**values)
    yield from MORE


def shown(cookies: Any, paths: Iterator[str]) -> list[str]:
    """Those that answer with a page for this person."""
    client = Client()
    client.cookies.update(cookies)
    answers = ((path, client.get(path)) for path in paths)
    return [
        path
        for path, answer in answers
        if answer.status_code == 200
        and answer.headers["Content-Type"].startswith("text/html")
    ]


@pytest.fixture
def phone(browser: Browser, product: Product, pat: Patient) -> Iterator[Page]:
    """Pat's phone; its pages call `violated` for what is refused, or would be."""
    product.start_web()
    context = browser.new_context(**PHONE, base_url=product.base_url)
    context.add_init_script(REPORT)
    sign_in(context, pat, product.base_url)
    yield context.new_page()
    context.close()


def test_no_page_of_a_patient_breaks_the_policy(
    phone: Page, pat: Patient, values: dict[str, str], signed_in: Callable[..., Client]
) -> None:
    found: list[tuple[str, ...]] = []
    phone.context.expose_function("violated", lambda *what: found.append(what))
    paths = shown(signed_in(pat.user).cookies, addresses(values))
    assert {"/today", "/check-in", "/symptom", "/shell/check-in"} < set(paths)
    assert len(paths) > 20

    phone.goto("/today")
    phone.evaluate(IN_CHARGE)
    for path in paths:
        phone.goto(path)
    phone.wait_for_timeout(300)

    assert found == []
    phone.evaluate("() => { document.body.innerHTML = '<p>seen</p>'; }")
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
