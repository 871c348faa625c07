"""Patients' pages in other languages: whole, in place, and not cut off."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from backend.accounts.models import User
from tests import pseudo_locale
from tests.e2e.axe import DOUBLE, TOO_WIDE, violations
from tests.e2e.conftest import PHONE
from tests.e2e.patient_pages import of_a_helper, of_nobody, with_a_story
from tests.e2e.phones import put_away, sign_in
from tests.product import Product
from tracker.models import Patient

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CUT_OFF = """() =>
    [...document.querySelectorAll("button, .button, nav a, label, h1, h2")]
    .filter((one) => one.offsetParent && !one.closest(".visually-hidden"))
    .filter((one) => !one.classList.contains("visually-hidden"))
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth)
    .map((one) => one.textContent.trim().replace(/\\s+/g, " "))"""
NAMES = (
    "Ned",
    "Maria Ruiz",
    "Cairn",
    "Pat Alvarez",
    "Pat",
    "UTC",
    "Hudson Spine",
    "America/New_York",
    "New York",
    "York",
)
# Cities and languages go by their own names; other texts say what language they are in.
WITHOUT_NAMES = """() => {
    const own = "[name=zone], main [lang], footer [lang]";
    for (const one of document.querySelectorAll(own)) one.remove();
}"""

OpenIn = Callable[[str], Page]


@pytest.fixture
def open_in(
    browser: Browser, product: Product, pat: Patient, tmp_path: Path
) -> Iterator[OpenIn]:
    """A phone of Pat's, who reads this language."""
    folder = tmp_path / "pseudo"
    pseudo_locale.write(folder)
    product.env["CAIRN_PSEUDO_LOCALE_DIR"] = str(folder)
    product.start_web()
    context = browser.new_context(
        **PHONE,
        base_url=product.base_url,
        reduced_motion="reduce",
        service_workers="block",
    )
    sign_in(context, pat, product.base_url)

    def make(locale: str) -> Page:
        User.objects.filter(pk=pat.user.pk).update(locale=locale)
        return context.new_page()

    yield make
    put_away(context)


def faults_of(page: Page, paths: list[str]) -> list[str]:
    """What is out of place, breaks a rule of axe, or was left in English."""
    faults: list[str] = []
    for path in paths:
        page.goto(path)
        assert page.locator("html").get_attribute("dir") == "rtl", path
        faults += [f"{path}: {wide}" for wide in page.evaluate(TOO_WIDE)]
        faults += violations(page)
        page.evaluate(WITHOUT_NAMES)
        shown = re.sub(r"\S+@example\.org", "", page.locator("body").inner_text())
        lines = pseudo_locale.untranslated(shown, NAMES)
        faults += [f"{path}: not translated: {line}" for line in lines]
    return faults


def test_pages_from_right_to_left(
    open_in: OpenIn, product: Product, pat: Patient, ada: User
) -> None:
    """Of a patient, of somebody who helps, and of nobody in particular."""
    page = open_in(pseudo_locale.CODE)
    context = page.context
    chosen = {"name": "django_language", "value": pseudo_locale.CODE}

    faults = faults_of(page, with_a_story(pat))
    maria, paths = of_a_helper(pat, pseudo_locale.CODE)
    sign_in(context, maria, product.base_url)  # type: ignore[arg-type]
    faults += faults_of(page, paths)
    context.clear_cookies()
    context.add_cookies([{**chosen, "url": product.base_url}])  # type: ignore[list-item]
    faults += faults_of(page, of_nobody(pat.clinic, ada))

    assert not faults, "\n".join(faults)


def test_nothing_is_cut_off_in_longer_words(open_in: OpenIn, pat: Patient) -> None:
    paths = with_a_story(pat)
    faults: list[str] = []

    for language in ("de", "es"):
        page = open_in(language)
        for path in paths:
            page.goto(path)
            cut_off, here = page.evaluate(CUT_OFF), f"{path} in {language}"
            faults += [f"{here}: cut off: {words}" for words in cut_off]
            page.evaluate(DOUBLE)
            faults += [f"{here}: {wide} at 200 %" for wide in page.evaluate(TOO_WIDE)]

    assert not faults, "\n".join(faults)
