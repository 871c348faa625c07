"""What the service worker keeps: pages for nobody in particular, and their parts."""

import hashlib
import json
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.translation import gettext

from backend.common import languages, page_files

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


def as_script(language: str) -> str:
    """The line that goes before the worker: it changes when the shell does."""
    made = _made if settings.WHITENOISE_AUTOREFRESH else _made_once
    shell = made(language)
    return f"globalThis.SHELL = {json.dumps(shell)};\n"


def _made(language: str) -> dict[str, Any]:
    digest, files = hashlib.sha256(), {}
    pages = {shown: f"{path}?lang={language}" for shown, path in PAGES.items()}
    offline = f"{OFFLINE}?lang={language}"
    for path in [*pages.values(), offline]:
        page = page_files.public_page(path)
        digest.update(page.encode())
        files.update(dict.fromkeys(page_files.loaded_by(page)))
    # What a tap brings later has to be there without a connection, too.
    files.update(dict.fromkeys(page_files.loaded_later(files)))
    for address in files:
        digest.update(page_files.content(address))
    return {
        "version": digest.hexdigest()[:12],
        "pages": pages,
        "offline": offline,
        "files": list(files),
        "words": _words(language),
    }


def _words(language: str) -> dict[str, str]:
    """What the worker says when no page is open."""
    with languages.speaking(language):
        return {
            "lang": language,
            "answer": gettext("Your clinic's answer is here. Open it now."),
            "open": gettext("Open the page to read it."),
        }


# A running production process never sees another template or style.
_made_once = cache(_made)
