"""How soon the check-in is on the screen over a slow line, cold and from the cache.

First contentful paint in Chromium, signed in, with production's own files. The line is
emulated by the DevTools protocol, which delays each request once: the first row gives
it the round trip of "slow 4G" (150 ms, 1.6 Mbit/s down, 750 kbit/s up), the second what
Lighthouse applies for the same line (562.5 ms a request and 1.47 Mbit/s), because a
request costs more than one round trip. "From the cache" is the second visit by the HTTP
cache alone: the service worker's own requests are not slowed, and would flatter it.

    python -m bench.first_paint [--runs 5]
"""

import argparse
from statistics import median
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from backend.local import chromium
from bench.production import Site, running

GOAL_MS = 1500
KBIT = 1000 / 8
LINES = {
    "slow 4G, 150 ms": (150, 1638 * KBIT, 750 * KBIT),
    "slow 4G as Lighthouse, 562 ms": (562.5, 1475 * KBIT, 675 * KBIT),
}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
    "service_workers": "block",
}
PAINT = """() => new Promise((done) => {
    new PerformanceObserver((list) => {
        const first = list.getEntriesByName("first-contentful-paint")[0];
        if (first) done(first.startTime);
    }).observe({ type: "paint", buffered: true });
})"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with running() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(chromium.ensure()), args=["--disable-gpu"]
        )
        _visit(browser, site, *LINES["slow 4G, 150 ms"], slower=1)  # warm the server
        print("| line | processor | cold ms | from the cache ms |\n|---|---|---|---|")
        for name, line in LINES.items():
            for slower in (1, 4):
                _row(name, slower, [
                    _visit(browser, site, *line, slower=slower) for _ in range(runs)
                ])  # fmt: skip
        browser.close()


def _row(line: str, slower: int, visits: list[tuple[float, float]]) -> None:
    cold, warm = (median(times) for times in zip(*visits, strict=True))
    cells = " | ".join(
        f"{time:.0f}{'' if time < GOAL_MS else ' (above the goal)'}"
        for time in (cold, warm)
    )
    print(f"| {line} | {slower} x slower | {cells} |".replace("1 x slower", "as it is"))


def _visit(
    browser: Browser, site: Site, latency: float, down: float, up: float, slower: int
) -> tuple[float, float]:
    """First paint of a phone's first visit, and of its second one."""
    context = browser.new_context(
        **PHONE, base_url=site.url, extra_http_headers={"Cookie": site.cookie}
    )
    try:
        page = context.new_page()
        _slow_down(context, page, latency, down, up, slower)
        return _first_paint(page), _first_paint(page)
    finally:
        context.close()


def _slow_down(
    context: BrowserContext,
    page: Page,
    latency: float,
    down: float,
    up: float,
    slower: int,
) -> None:
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    conditions = {
        "offline": False,
        "latency": latency,
        "downloadThroughput": down,
        "uploadThroughput": up,
    }
    devtools.send("Network.emulateNetworkConditions", conditions)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": slower})


def _first_paint(page: Page) -> float:
    page.goto("about:blank")
    page.goto("/check-in")
    assert page.url.endswith("/check-in"), f"led to {page.url}"
    return float(page.evaluate(PAINT))


if __name__ == "__main__":
    main()
