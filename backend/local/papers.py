"""The libraries that draw PDF files, for the tests: found, or installed."""

from __future__ import annotations

from backend.common import pdf
from backend.local import chromium
from backend.local.errors import LocalError

INSTALL = ["apt-get", "install", "--yes", "--no-install-recommends"]


def ensure() -> None:
    """Find them, or install them where that is allowed; else say what to do."""
    if not pdf.missing() or not chromium.can_use_apt():
        return _require()
    chromium.apt_get(["apt-get", "update"])
    chromium.apt_get([*INSTALL, *pdf.DEBIAN.split()])
    pdf.missing.cache_clear()
    return _require()


def _require() -> None:
    if pdf.missing():
        raise LocalError(
            f"PDF files cannot be made here; missing: {', '.join(pdf.missing())}. "
            f"Install them (on Debian: apt-get install {pdf.DEBIAN})."
        )
