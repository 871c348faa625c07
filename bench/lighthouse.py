"""Lighthouse on the two pages that a patient opens every day, signed in.

    make lighthouse

Its own slow phone (simulated slow 4G, a processor four times slower), production's own
files, without TLS. The tool comes from npm by a lock file of its own and is no part of
the product. Writes docs/measurements/lighthouse.md and .json: scores, not its pages.
"""

import argparse
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import sync_playwright

from backend.common import clock
from backend.local import chromium
from backend.local.bootstrap import npm
from backend.local.node import node
from backend.local.product import DATA, ROOT
from bench.processes import free_port
from bench.production import Site, running

TOOL = ROOT / "bench" / "lighthouse_tool"
OUT = ROOT / "docs" / "measurements"
RUNS = 3
PAGES = ("/today", "/check-in")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
METRICS = (
    "first-contentful-paint",
    "largest-contentful-paint",
    "speed-index",
    "total-blocking-time",
    "cumulative-layout-shift",
)
PLACES = {"cumulative-layout-shift": 3}
"""All others are milliseconds."""
Report = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.parse_args()
    tool = _installed()
    with running() as site, _signed_in(site) as port:
        pages = {
            path: _middle([_run(tool, site, path, port) for _ in range(RUNS)])
            for path in PAGES
        }
    summary = {
        "date": clock.now().date().isoformat(),
        "runs": RUNS,
        "load": round(os.getloadavg()[0]),
        "pages": pages,
    }
    OUT.mkdir(exist_ok=True)
    (OUT / "lighthouse.json").write_text(json.dumps(summary, indent=2) + "\n")
    (OUT / "lighthouse.md").write_text(_table(summary))
    print(_table(summary))


def _installed() -> Path:
    """The tool in `.local`, as its lock file names it."""
    folder = DATA / "lighthouse"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        (folder / name).write_text((TOOL / name).read_text())
    subprocess.run([*npm(), "ci", "--ignore-scripts"], cwd=folder, check=True)
    return folder / "node_modules" / "lighthouse" / "cli" / "index.js"


@contextmanager
def _signed_in(site: Site) -> Iterator[int]:
    """A browser with the patient's session; Lighthouse leaves cookies alone."""
    port = free_port()
    name, _, value = site.cookie.partition("=")
    secure = site.url.replace("http:", "https:")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            folder,
            executable_path=str(chromium.ensure()),
            args=[f"--remote-debugging-port={port}", "--disable-gpu", "--disable-quic"],
        )
        context.add_cookies(
            [{"name": name, "value": value, "url": secure, "secure": True}]
        )
        try:
            yield port
        finally:
            context.close()


def _run(tool: Path, site: Site, path: str, port: int) -> Report:
    """One visit with an empty cache. Fails if it was led to another page."""
    done = subprocess.run(
        [
            *node(str(tool), site.url + path, "--quiet", "--output=json"),
            f"--only-categories={','.join(CATEGORIES)}",
            f"--port={port}",
        ],
        stdout=subprocess.PIPE,
        check=True,
    )  # fmt: skip
    report: Report = json.loads(done.stdout)
    assert report["finalDisplayedUrl"] == site.url + path, report["finalDisplayedUrl"]
    return _summary(report)


def _summary(report: Report) -> Report:
    audits, categories = report["audits"], report["categories"]
    failed = {
        ref["id"]: audits[ref["id"]]["title"]
        for name in CATEGORIES[1:]
        for ref in categories[name]["auditRefs"]
        if ref["weight"] and audits[ref["id"]]["score"] not in (1, None)
    }
    return {
        "tool": report["lighthouseVersion"],
        "scores": {name: round(categories[name]["score"] * 100) for name in CATEGORIES},
        "metrics": {name: audits[name]["numericValue"] for name in METRICS},
        "failed": failed,
    }


def _middle(runs: list[Report]) -> Report:
    """The medians of several visits: a busy machine moves them."""
    return {
        "scores": {
            name: median(run["scores"][name] for run in runs)
            for name in runs[0]["scores"]
        },
        "metrics": {
            name: round(
                median(run["metrics"][name] for run in runs), PLACES.get(name, 0)
            )
            for name in METRICS
        },
        "failed": {key: title for run in runs for key, title in run["failed"].items()},
        "tool": runs[0]["tool"],
    }


def _table(summary: Report) -> str:
    pages: dict[str, Report] = summary["pages"]
    first = next(iter(pages.values()))
    lines = [
        "# Lighthouse",
        "",
        f"{summary['date']}, Lighthouse {first['tool']}, its mobile settings, "
        f"median of {summary['runs']} visits with an empty cache, signed in. "
        f"The machine's load was {summary['load']}. "
        "`make lighthouse` writes this page.",
        "",
        f"| | {' | '.join(f'`{path}`' for path in pages)} |",
        f"|---|{'---|' * len(pages)}",
    ]
    for kind in ("scores", "metrics"):
        for name in first[kind]:
            cells = (f"{page[kind][name]:g}" for page in pages.values())
            lines.append(f"| {name.replace('-', ' ')} | {' | '.join(cells)} |")
    lines += [
        "",
        "Paints in milliseconds of the simulated line.",
        "",
        "Not passed: "
        + "; ".join(
            f"`{path}`: {', '.join(page['failed'].values()) or 'nothing'}"
            for path, page in pages.items()
        )
        + ".",
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
