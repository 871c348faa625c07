"""Take the pictures of every screen from a running `make run`.

    make screens [BASE_URL=http://localhost:8000] [ONLY=patient,today]
    make screens TO=../screens LANGUAGES=en,de,es [ONLY=...]

At 390 and 1280 px, in light and dark; what patients read also in German, where words
are longest. They show the demo clinic's people, who do not exist.
"""

import argparse
import io
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from backend.local import chromium
from docs.screens import screens
from docs.screens.people import LEAD, PATIENT, Door
from docs.screens.screens import Screen, Screens

HERE = Path(__file__).resolve().parent
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
        for folder, come_in, see in groups(Door(browser, args.base), args.only):
            wanted = {
                name: screen
                for name, screen in see.items()
                if not args.only or args.only & {folder, name}
            }
            for language in ("en",) if folder == "staff" else args.languages:
                if wanted:
                    to = args.to / (
                        folder if language == "en" else f"{folder}-{language}"
                    )
                    for context, size in contexts(
                        browser, args.base, come_in(), language
                    ):
                        take_all(context, wanted, to, size)
                    print(f"{to.name}: {len(wanted)} screens", flush=True)


def groups(
    door: Door, only: set[str] | None
) -> Iterator[tuple[str, Callable[[], Any], Screens]]:
    """A folder, how its person comes in, and what they see there."""
    # First, while the demo's emergency is minutes old.
    yield "staff", lambda: door.staff(LEAD), screens.STAFF
    yield "signed-out", lambda: None, screens.SIGNED_OUT
    if not only or "shared" in only:  # its link has to be made
        yield "shared", lambda: None, screens.shared(*door.shared())
    yield "patient", lambda: door.by_code(PATIENT), screens.PATIENT
    for level, email in screens.REPORTS.items():
        yield "reports", lambda who=email: door.by_code(who), screens.report(level)
    yield "helper", door.helper, screens.HELPER


def arguments() -> argparse.Namespace:
    def names(text: str) -> list[str]:
        return [name for name in text.split(",") if name]

    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("base", nargs="?", default="http://localhost:8000")
    parser.add_argument(
        "--only", type=lambda text: set(names(text)), help="folders or screens"
    )
    parser.add_argument("--languages", type=names, default=["en", "de"])
    parser.add_argument("--to", type=Path, default=HERE)
    return parser.parse_args()


def contexts(
    browser: Browser, base: str, state: Any, language: str
) -> Iterator[tuple[BrowserContext, str]]:
    """A browser for each width and scheme, with the end of its pictures' names."""

    def context(**options: Any) -> BrowserContext:
        return browser.new_context(
            base_url=base,
            storage_state=state,
            locale={"en": "en-US", "de": "de-DE", "es": "es-ES"}[language],
            timezone_id="America/New_York",
            reduced_motion="reduce",
            service_workers="block",
            **options,
        )

    if state:
        speak(context(), language)
    for (width, height), scheme in product(WIDTHS.items(), SCHEMES):
        one = context(viewport={"width": width, "height": height}, color_scheme=scheme)
        yield one, f"{width}-{scheme}"
        one.close()
    if state:
        speak(context(), "en")


def speak(context: BrowserContext, language: str) -> None:
    """Let the person read the pages in a language from now on."""
    page = context.new_page()
    page.goto("/")
    token = page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    page.evaluate(
        """([language, token]) => fetch("/language/own", {
            method: "POST",
            body: new URLSearchParams({ language, csrfmiddlewaretoken: token }),
        })""",
        [language, token],
    )
    context.close()


def take_all(context: BrowserContext, wanted: Screens, folder: Path, size: str) -> None:
    folder.mkdir(exist_ok=True, parents=True)
    page = context.new_page()
    for name, screen in wanted.items():
        if screen.is_unsent:
            page.route("**/*", only_reading)
        page.goto(follow(page, screen))
        if screen.typed:
            page.locator("input[name=code]").fill(screen.typed)
        for tap in screen.taps:
            page.locator(tap).click()
        page.locator(screen.shows).first.wait_for()
        page.wait_for_load_state("networkidle")
        save(page, folder / f"{name}-{size}.webp")


def only_reading(route: Route) -> None:
    if route.request.method == "GET":
        route.continue_()
    else:
        route.abort("internetdisconnected")


def follow(page: Page, screen: Screen) -> str:
    """The address of the first link on a page that is so, or of what is below it."""
    if not screen.link:
        return screen.path
    page.goto(screen.path)
    link = page.locator(screen.link).first
    return (link.get_attribute("href") or "").split("?")[0].split("#")[0] + screen.below


def save(page: Page, path: Path) -> None:
    """As tall as the page, so that what keeps to the screen's edge covers nothing."""
    assert page.viewport_size
    width, height = page.viewport_size["width"], page.viewport_size["height"]
    whole = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": min(whole, LONGEST)})
    shot = page.screenshot(animations="disabled")
    page.set_viewport_size({"width": width, "height": height})
    Image.open(io.BytesIO(shot)).save(path, quality=50, method=6)


if __name__ == "__main__":
    main()
