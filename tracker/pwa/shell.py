"""What the service worker keeps: pages for nobody in particular, and their parts."""

import hashlib
import json
from functools import cache
from typing import Any

from django.conf import settings

from backend.common import page_files

OFFLINE = "/offline"
# What is shown without a connection in place of a page.
PAGES = {
    "/today": "/shell/today",
    "/check-in": "/shell/check-in",
    "/symptom": "/shell/symptom",
    "/plan": "/shell/plan",
    "/unsent": "/unsent",
    "/call": "/call",
}


def as_script() -> str:
    """The line that goes before the worker: it changes when the shell does."""
    shell = _made() if settings.WHITENOISE_AUTOREFRESH else _made_once()
    return f"globalThis.SHELL = {json.dumps(shell)};\n"


def _made() -> dict[str, Any]:
    digest, files = hashlib.sha256(), {}
    for path in [*PAGES.values(), OFFLINE]:
        page = page_files.public_page(path)
        digest.update(page.encode())
        files.update(dict.fromkeys(page_files.loaded_by(page)))
    for address in files:
        digest.update(page_files.content(address))
    return {
        "version": digest.hexdigest()[:12],
        "pages": PAGES,
        "offline": OFFLINE,
        "files": list(files),
    }


# A running production process never sees another template or style.
_made_once = cache(_made)
