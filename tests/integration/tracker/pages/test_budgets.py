"""What a patient's phone has to load, compressed, stays small."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

from django.contrib.staticfiles import finders
from django.test import Client

from tracker.models import Patient

KILOBYTE = 1000
CSS, SCRIPTS = 20 * KILOBYTE, 15 * KILOBYTE


def compressed(files: set[Path]) -> int:
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def found(url: str) -> Path:
    path = finders.find(url.removeprefix("/static/"))
    assert path, url
    return Path(path)


def with_imports(module: Path) -> set[Path]:
    """A module and everything it imports."""
    names = re.findall(r'from "(\.[^"]+)"', module.read_text())
    static = module.parent.parent
    files = {module}
    for name in names:
        path = (module.parent / name).resolve()
        if not path.exists():
            path = found(str((module.parent / name).resolve().relative_to(static)))
        files |= with_imports(path)
    return files


def test_patient_pages_stay_within_their_budget(
    pat: Patient, signed_in: Callable[..., Client]
) -> None:
    browser = signed_in(pat.user)
    for path in ("/today", "/check-in", "/symptom", "/reminders"):
        html = browser.get(path).content.decode()
        styles = {found(url) for url in re.findall(r'stylesheet" href="([^"]+)"', html)}
        modules: set[Path] = set()
        for url in re.findall(r'<script[^>]* src="([^"]+)"', html):
            modules |= with_imports(found(url))

        assert 0 < compressed(styles) <= CSS, path
        assert 0 < compressed(modules) <= SCRIPTS, path


def test_pages_hold_no_inline_script_or_style(
    pat: Patient, signed_in: Callable[..., Client]
) -> None:
    browser = signed_in(pat.user)
    for path in ("/today", "/check-in", "/progress", "/plan", "/reminders"):
        html = browser.get(path).content.decode()
        inline = re.findall(r"<script(?![^>]*(?:src=|application/json))[^>]*>", html)

        assert inline == [], path
        assert re.findall(r"<style| style=| on\w+=", html) == [], path
