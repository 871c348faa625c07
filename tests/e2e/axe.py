"""axe's rules of WCAG 2.2 AA on a page as it stands."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    }
}


def violations(page: Page) -> list[str]:
    """Every broken rule with the elements that break it."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{page.url} {rule['id']}: {node['html'][:120]}"
        for rule in found
        for node in rule["nodes"]
    ]
