"""Take the pictures of the README from a running `make run`.

    make screens

They show the demo clinic's people, who do not exist.
"""

import re
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from backend.local import chromium

HERE = Path(__file__).resolve().parent
BASE_URL = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000"
PASSWORD = "cairn-demo-2026"
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}
DESK = {"viewport": {"width": 1280, "height": 800}}


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(chromium.ensure()), args=["--disable-gpu"]
        )
        desk = staff(browser, "ada@hudson.example")
        desk.goto("/clinic/")
        take(desk, "worklist")
        phone = patient(browser, "pat.alvarez@hudson.example")
        phone.goto("/check-in")
        take(phone, "check-in")


def take(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=HERE / f"{name}.png", animations="disabled")


def new_page(browser: Browser, **options: Any) -> Page:
    return browser.new_context(base_url=BASE_URL, **options).new_page()


def staff(browser: Browser, email: str) -> Page:
    page = new_page(browser, **DESK)
    page.goto("/accounts/login/")
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/clinic/**")
    return page


def patient(browser: Browser, email: str) -> Page:
    """Sign in with the code from the demo's mail page."""
    page = new_page(browser, **PHONE)
    page.goto("/accounts/login/code/")
    page.locator("input[name=email]").fill(email)
    page.get_by_role("button", name="Send me a code").click()
    mail = new_page(browser, **DESK)
    mail.goto("/demo/mail")
    found = re.search(r"\b([A-Z0-9]{4}-?[A-Z0-9]{4}|[A-Z0-9]{6})\b", mail_text(mail))
    assert found, "no code in the newest mail"
    page.locator("input[name=code]").fill(found.group(1))
    page.locator("form button[type=submit]").first.click()
    page.wait_for_url("**/today")
    return page


def mail_text(page: Page) -> str:
    return page.locator("article, .card").first.inner_text()


if __name__ == "__main__":
    main()
