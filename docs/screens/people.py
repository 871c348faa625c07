"""The demo's people at the door: each comes in as they would, and stays signed in."""

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

PASSWORD = "cairn-demo-2026"
PATIENT, LEAD = "pat.alvarez@hudson.example", "lena@hudson.example"
HELPED, HELPER = "june.lind@hudson.example", "maria.lind@hudson.example"


@dataclass(frozen=True)
class Door:
    browser: Browser
    base: str

    def staff(self, email: str) -> Any:
        page = self._page()
        page.goto("/accounts/login/")
        page.locator("input[name=login]").fill(email)
        page.locator("input[name=password]").fill(PASSWORD)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url("**/clinic/**")
        return self._state(page)

    def by_code(self, email: str) -> Any:
        """Sign in with the code from the demo's mail page."""
        page = self._page()
        page.goto("/accounts/login/code/")
        page.locator("input[name=email]").fill(email)
        page.get_by_role("button", name="Send me a code").click()
        self._type_the_code(page, email)
        page.wait_for_url(re.compile(r"/(today|helping)$"))
        return self._state(page)

    def helper(self) -> Any:
        """Somebody whom a patient asks to help, the first time; with one entry."""
        page = self._page(self.by_code(HELPED))
        page.goto("/helpers")
        if page.get_by_text(HELPER).count():
            page.context.close()
            return self.by_code(HELPER)
        page.locator("[name=name]").fill("Maria Lind")
        page.locator("[name=relation]").fill("sister")
        page.locator("[name=email]").fill(HELPER)
        page.locator("[name=may]").last.check()
        page.get_by_role("button", name="Make the invitation").click()
        link = page.locator("p.link").inner_text()
        page.context.close()
        return self._helper_who_comes(link)

    def _helper_who_comes(self, link: str) -> Any:
        page = self._page()
        page.goto(link)
        page.locator("[name=agreed]").check()
        page.get_by_role("button", name="Start").click()
        self._type_the_code(page, HELPER)
        page.wait_for_url("**/helping")
        page.locator("a[href$='/check-in']").click()
        for answer in ("pain_3", "mobility_8", "no_symptoms"):
            page.locator(f"label[for={answer}]").click()
        page.get_by_role("button", name="Save").click()
        page.get_by_role("heading", name="Saved for").wait_for()
        return self._state(page)

    def shared(self) -> tuple[str, str]:
        """The address and the code of a link to a summary."""
        page = self._page(self.by_code(HELPED))
        page.goto("/sharing")
        page.get_by_role("button", name="Make a link").click()
        address = page.locator(".share-address").inner_text()
        code = page.locator(".share-code").inner_text()
        page.context.close()
        return address, code

    def _type_the_code(self, page: Page, email: str) -> None:
        mail = page.context.new_page()
        mail.goto("/demo/mail")
        text = mail.locator(".card", has_text=email).first.inner_text()
        found = re.search(r"\b([A-Z0-9]{4}-?[A-Z0-9]{4}|[A-Z0-9]{6})\b", text)
        assert found, "no code in the newest mail"
        mail.close()
        page.locator("input[name=code]").fill(found.group(1))
        page.locator("form button[type=submit]").first.click()

    def _page(self, state: Any = None) -> Page:
        context = self.browser.new_context(
            base_url=self.base,
            locale="en-US",
            timezone_id="America/New_York",
            storage_state=state,
            service_workers="block",
        )
        return context.new_page()

    def _state(self, page: Page) -> Any:
        state = page.context.storage_state()
        page.context.close()
        return state
