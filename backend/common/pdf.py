"""HTML as PDF, where the machine has the libraries that this needs."""

from collections.abc import Sequence
from ctypes import CDLL
from functools import cache
from importlib import import_module
from typing import Any

from django.core.checks import CheckMessage, Warning

# What WeasyPrint draws with and pip cannot bring: names on Linux and on macOS.
LIBRARIES = {
    "pango": ("libpango-1.0.so.0", "libpango-1.0.dylib"),
    "pangoft2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
    "harfbuzz-subset": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
}
DEBIAN = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


@cache
def missing() -> tuple[str, ...]:
    """The libraries that are not on this machine; empty if `render` works."""
    return tuple(name for name, files in LIBRARIES.items() if not _any_opens(files))


def is_available() -> bool:
    return not missing()


def render(html: str, *, styles: Sequence[str]) -> bytes:
    """A tagged PDF (PDF/UA-1) of a whole document; the same HTML, the same bytes.

    `styles` are paths of static files. Nothing is read but those and our own font.
    """
    return bytes(_engine().render(html, styles=styles))


def check_libraries(**options: Any) -> list[CheckMessage]:
    """`manage.py check` tells before a patient finds out."""
    if is_available():
        return []
    return [
        Warning(
            f"PDF files cannot be made here; missing: {', '.join(missing())}.",
            hint=f"On Debian: apt-get install {DEBIAN}",
            id="common.W001",
        )
    ]


def _engine() -> Any:
    """Half a second and 40 MB, so only once somebody wants a paper."""
    return import_module("backend.common.pdf_engine")


def _any_opens(files: Sequence[str]) -> bool:
    for file in files:
        try:
            CDLL(file)
        except OSError:
            continue
        return True
    return False
