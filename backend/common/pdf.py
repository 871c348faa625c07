"""HTML as PDF, where the machine has what that needs."""

import logging
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any

logger = logging.getLogger(__name__)

NEEDED = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def is_available() -> bool:
    """Whether `render` works here: it draws with Pango, which pip cannot bring."""
    return _engine() is not None


def render(html: str, *, styles: Sequence[str]) -> bytes:
    """A tagged PDF (PDF/UA-1) of a whole document; the same HTML, the same bytes.

    `styles` are paths of static files. Nothing is read but those and our own font.
    """
    engine = _engine()
    if engine is None:
        raise RuntimeError("Ask is_available() first.")
    return bytes(engine.render(html, styles=styles))


@cache
def _engine() -> Any:
    """Half a second and 40 MB, so only once somebody wants a paper."""
    try:
        return import_module("backend.common.pdf_engine")
    except OSError:
        logger.warning("PDF files cannot be made here; missing: %s", NEEDED)
        return None
