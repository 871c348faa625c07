"""A Chromium for the browser tests: found, or installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from backend.local.errors import LocalError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DEBIAN = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]
NONE_FOUND = (
    "There is no Chromium and none could be installed. Install it (on Debian: "
    "apt-get install chromium), or run the other tests: make test-fast"
)


def find() -> Path | None:
    """The browser to drive: the machine's own, else the one Playwright keeps."""
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    return find_playwrights()


def find_playwrights() -> Path | None:
    folder = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    default = "Library/Caches" if sys.platform == "darwin" else ".cache"
    kept = Path(folder) if folder else Path.home() / default / "ms-playwright"
    for pattern in (
        "chromium-*/chrome-linux*/chrome",
        "chromium-*/*/*.app/*/*/Chromium",
    ):
        browsers = sorted(kept.glob(pattern))
        if browsers:
            return browsers[-1]
    return None


def ensure() -> Path:
    """Find one, or install one; Debian's brings the libraries it needs with it."""
    found = find()
    if found is None and can_use_apt():
        apt_get(["apt-get", "update"])
        apt_get(DEBIAN)
        found = find()
    if found is None:
        run([sys.executable, "-m", "playwright", "install", "chromium"])
        found = find()
    if found is None:
        raise LocalError(NONE_FOUND)
    return found


def can_use_apt() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_get(command: list[str]) -> None:
    run(command, DEBIAN_FRONTEND="noninteractive")


def run(command: list[str], **extra: str) -> None:
    """Quietly, and without an exception: what counts is whether a browser is there."""
    subprocess.run(
        command,
        env={**os.environ, **extra},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=600,
        check=False,
    )
