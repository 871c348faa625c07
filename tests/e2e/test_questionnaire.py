"""The mood screen on a phone: paused, resumed, sent; and what cannot wait."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from backend.accounts.models import Clinic
from tests.e2e.axe import violations
from tests.e2e.conftest import PHONE
from tests.factories.tracker import make_episode, make_patient
from tests.product import Product
from tracker.models import Alert, QuestionnaireResponse

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SMALLEST_TARGET = 48


@pytest.fixture(params=[True, False], ids=["javascript", "no javascript"])
def page(
    request: Any, product: Product, new_page: Callable[..., Page], clinic_a: Clinic
) -> Page:
    """A patient in week six, on the list of questionnaires."""
    patient = make_patient(clinic_a, name="Pat Alvarez")
    make_episode(patient, day=42)
    product.start_web()
    page = new_page(
        PHONE,
        base_url=product.base_url,
        java_script_enabled=request.param,
        reduced_motion="reduce",
    )
    client = Client()
    client.force_login(patient.user)
    session = client.cookies["sessionid"].value
    page.context.add_cookies(
        [{"name": "sessionid", "value": session, "url": product.base_url}]
    )
    page.goto("/questionnaires")
    return page


def start(page: Page, title: str = "Mood and worry") -> None:
    page.get_by_role("link", name=re.compile(f"Start.*{title}")).click()


def tap(page: Page, *labels: str) -> None:
    for label in labels:
        page.get_by_role("button", name=label, exact=True).click()


def small_targets(page: Page) -> list[str]:
    found = []
    for target in page.locator("main button:visible").all():
        box = target.bounding_box()
        if box and min(box["width"], box["height"]) < SMALLEST_TARGET:
            found.append(target.inner_text())
    return found


def test_mood_screen_is_paused_resumed_and_sent(page: Page) -> None:
    start(page)
    expect(page.get_by_text("Four questions about the last two weeks.")).to_be_visible()
    assert small_targets(page) == []
    tap(page, "On a few days", "On no day", "Pause")

    expect(page.get_by_text("Saved. Go on whenever you like.")).to_be_visible()
    page.get_by_role("link", name=re.compile("Continue.*Mood and worry")).click()
    expect(page.get_by_text("You felt sad or empty.")).to_be_visible()
    tap(page, "On many days", "Back")
    expect(page.get_by_role("button", name="On many days")).to_have_attribute(
        "aria-pressed", "true"
    )
    tap(page, "On no day", "On a few days", "Continue")

    expect(page.get_by_role("heading", name="Your answers")).to_be_visible()
    tap(page, "Send")
    expect(page.get_by_role("heading", name="Sent")).to_be_visible()
    response = QuestionnaireResponse.objects.get()
    assert response.score is not None
    assert response.score["total"] == 2


def test_yes_to_self_harm_shows_whom_to_call_at_once(
    page: Page, clinic_a: Clinic
) -> None:
    start(page)
    tap(page, "On no day", "On no day", "On most days or each day", "On many days")
    tap(page, "Continue", "Yes")

    call = page.get_by_role("link", name=re.compile(re.escape(clinic_a.crisis_line)))
    expect(call.first).to_be_visible()
    expect(page.get_by_text("The clinic received this at")).to_be_visible()
    assert Alert.objects.get(rule_id="R24").status == "open"


def test_pages_break_no_rule_of_accessibility(page: Page, request: Any) -> None:
    if "no javascript" in request.node.name:
        pytest.skip("the checker is JavaScript")
    broken = []
    for path in (
        "/questionnaires",
        "/questionnaires/mood_screen/42",
        "/questionnaires/weekly_impact/42",
        "/questionnaires/psfs/42",
        "/questionnaires/mood_screen/42?at=tell_us",
        "/questionnaires/mood_screen/42?at=review",
    ):
        page.goto(path)
        broken += violations(page)
    assert broken == []
