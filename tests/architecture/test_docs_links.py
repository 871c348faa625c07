"""What the documents name is there: links, files and commands."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.core.management import get_commands

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]+)")
CODE = re.compile(r"`([^`\n]+)`")
TOP = ("backend/", "bench/", "docs/", "reminders/", "static/", "tests/", "tracker/")
FILE = re.compile(r"[\w./-]+\.(py|toml|css|js|html|md|yaml)")
TARGET = re.compile(r"\bmake ([a-z][a-z-]+)")
COMMAND = re.compile(r"manage\.py ([a-z_]+)")


def named(pattern: re.Pattern[str]) -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        for found in pattern.findall(page.read_text()):
            yield page.relative_to(ROOT), found


def test_links_lead_somewhere() -> None:
    missing = [
        f"{page}: {link}"
        for page, link in named(LINK)
        if not (ROOT / page.parent / link).exists()
    ]

    assert missing == []


def test_paths_are_there() -> None:
    """Written from the top of the repository: a file or a folder."""
    found = [
        (page, code)
        for page, code in named(CODE)
        if code.startswith(TOP) and re.fullmatch(r"[\w./-]+", code)
    ]

    assert len(found) > 50
    assert [
        f"{page}: {path}" for page, path in found if not (ROOT / path).exists()
    ] == []


def test_files_named_without_their_folder_are_there() -> None:
    folders = [ROOT / top for top in TOP]
    ours = [*ROOT.glob("*"), *(path for one in folders for path in one.rglob("*"))]
    names = {path.name for path in ours}
    missing = [
        f"{page}: {code}"
        for page, code in named(CODE)
        if FILE.fullmatch(code)
        and not code.startswith(TOP)
        and Path(code).name not in names
    ]

    assert missing == []


def test_targets_of_make_are_there() -> None:
    targets = set(
        re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(), re.M)
    )
    missing = [
        f"{page}: {target}"
        for page, code in named(CODE)
        for target in TARGET.findall(code)
        if target not in targets
    ]

    assert missing == []


def test_commands_of_manage_are_there() -> None:
    known = set(get_commands())

    assert [(page, name) for page, name in named(COMMAND) if name not in known] == []
