"""Take the pictures of every screen from a running `make run`.

    make screens [BASE_URL=http://localhost:8000] [ONLY=staff,today]

At 390 and 1280 px, in light and dark; the patient's also in German, where words are
longest. They show the demo clinic's people, who do not exist.
"""

import argparse
import io
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from backend.local import chromium
from docs.screens.screens import PATIENT, SIGNED_OUT, STAFF, Place

HERE = Path(__file__).resolve().parent
PASSWORD = "cairn-demo-2026"
PATIENT_EMAIL, LEAD_EMAIL = "pat.alvarez@hudson.example", "lena@hudson.example"
WIDTHS = {390: 844, 1280: 800}
SCHEMES = ("light", "dark")
LONGEST = 2000
"""Pixels of a picture; what lies below is more of the same."""


def main() -> None:
    args = arguments()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(chromium.ensure()), args=["--disable-gpu"]
        )
        patient, lead = sign_in_patient(browser, args.base), sign_in(browser, args.base)
        for folder, state, language, places in (
            ("signed-out", None, "en", SIGNED_OUT),
            ("patient", patient, "en", PATIENT),
            ("patient-de", patient, "de", PATIENT),
            ("staff", lead, "en", STAFF),
        ):
            wanted = {
                name: place
                for name, place in places.items()
                if not args.only or args.only & {folder, name}
            }
            if not wanted:
                continue
            for context, ending in contexts(browser, args.base, state, language):
                take_all(context, wanted, HERE / folder, ending)
            print(f"{folder}: {len(wanted)} screens")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("base", nargs="?", default="http://localhost:8000")
    parser.add_argument(
        "--only",
        type=lambda names: set(filter(None, names.split(","))),
        help="folders or screens",
    )
    return parser.parse_args()


def contexts(
    browser: Browser, base: str, state: Any, language: str
) -> Iterator[tuple[BrowserContext, str]]:
    """A browser for each width and scheme, with the end of its pictures' names."""
    for (width, height), scheme in product(WIDTHS.items(), SCHEMES):
        context = browser.new_context(
            base_url=base,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            storage_state=state,
            locale="de-DE" if language == "de" else "en-US",
            timezone_id="America/New_York",
            reduced_motion="reduce",
            service_workers="block",
        )
        if language != "en":
            speak(context, language)
        yield context, f"{width}-{scheme}"
        if language != "en":
            speak(context, "en")
        context.close()


def speak(context: BrowserContext, language: str) -> None:
    """Let the demo's patient read the pages in a language."""
    page = context.new_page()
    page.goto("/today")
    page.goto("/reminders")
    choice = page.locator("form[action*='/language'] select")
    choice.select_option(language)
    with page.expect_navigation():
        choice.locator("xpath=ancestor::form").locator("[type=submit]").click()
    page.close()


def take_all(
    context: BrowserContext, places: dict[str, Place], folder: Path, ending: str
) -> None:
    folder.mkdir(exist_ok=True)
    page = context.new_page()
    for name, place in places.items():
        path = place if isinstance(place, str) else follow(page, *place)
        page.goto(path)
        page.wait_for_load_state("networkidle")
        save(page, folder / f"{name}-{ending}.webp")
    page.close()


def follow(page: Page, path: str, test: str, below: str = "") -> str:
    """The address of the first link on a page that is so, or of what is below it."""
    page.goto(path)
    link = page.locator(f"main a[href{test}]").first
    return (link.get_attribute("href") or path).split("?")[0].split("#")[0] + below


def save(page: Page, path: Path) -> None:
    """As tall as the page, so that what keeps to the screen's edge covers nothing."""
    assert page.viewport_size
    width, height = page.viewport_size["width"], page.viewport_size["height"]
    whole = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": min(whole, LONGEST)})
    shot = page.screenshot(animations="disabled")
    page.set_viewport_size({"width": width, "height": height})
    Image.open(io.BytesIO(shot)).save(path, quality=50, method=6)


def sign_in(browser: Browser, base: str) -> Any:
    page = browser.new_context(base_url=base).new_page()
    page.goto("/accounts/login/")
    page.locator("input[name=login]").fill(LEAD_EMAIL)
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/clinic/**")
    return page.context.storage_state()


def sign_in_patient(browser: Browser, base: str) -> Any:
    """Sign in with the code from the demo's mail page."""
    page = browser.new_context(base_url=base).new_page()
    page.goto("/accounts/login/code/")
    page.locator("input[name=email]").fill(PATIENT_EMAIL)
    page.get_by_role("button", name="Send me a code").click()
    mail = page.context.new_page()
    mail.goto("/demo/mail")
    text = mail.locator("article, .card").first.inner_text()
    found = re.search(r"\b([A-Z0-9]{4}-?[A-Z0-9]{4}|[A-Z0-9]{6})\b", text)
    assert found, "no code in the newest mail"
    page.locator("input[name=code]").fill(found.group(1))
    page.locator("form button[type=submit]").first.click()
    page.wait_for_url("**/today")
    return page.context.storage_state()


if __name__ == "__main__":
    main()
