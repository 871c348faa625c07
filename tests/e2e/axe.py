"""axe's rules of WCAG 2.2 AA on a page as it stands, and what axe does not measure."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
}
# What another scheme of colours, and what larger letters may break.
OF_COLOUR = ("color-contrast", "link-in-text-block")
OF_SIZE = ("target-size", "scrollable-region-focusable")

DOUBLE = "() => { document.documentElement.style.fontSize = '200%'; }"
# What is wider than the phone; a wide table scrolls in a frame of its own.
TOO_WIDE = """() => [...document.querySelectorAll("main, nav, header, footer, body")]
    .filter((one) => one.scrollWidth > document.documentElement.clientWidth)
    .map((one) => `${one.tagName} is ${one.scrollWidth} wide`)"""


def violations(page: Page, only: tuple[str, ...] = ()) -> list[str]:
    """Every broken rule with the elements that break it."""
    rules: dict[str, Any] = {"type": "rule", "values": list(only)} if only else RULES
    found = Axe().run(page, options={"runOnly": rules}).response["violations"]
    return [
        f"{page.url} {rule['id']}: {node['html'][:120]}"
        for rule in found
        for node in rule["nodes"]
    ]
