"""Finding what draws PDF files."""

from collections.abc import Iterator

import pytest

from backend.common import pdf
from backend.local import chromium, papers
from backend.local.errors import LocalError


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[list[str]]]:
    """What would have been run on a machine without the libraries."""
    commands: list[list[str]] = []
    nowhere = {"pango": ("libnowhere.so.0",)}
    monkeypatch.setattr(pdf, "LIBRARIES", nowhere)
    monkeypatch.setattr(chromium, "apt_get", commands.append)
    pdf.missing.cache_clear()
    yield commands
    pdf.missing.cache_clear()


def test_what_is_missing_is_installed_and_looked_for_again(
    ran: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chromium, "can_use_apt", lambda: True)

    with pytest.raises(LocalError, match="missing: pango"):
        papers.ensure()

    assert [command[1] for command in ran] == ["update", "install"]
    assert "libpango-1.0-0" in ran[1]


def test_without_rights_it_says_what_to_install(
    ran: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chromium, "can_use_apt", lambda: False)

    with pytest.raises(LocalError, match=r"apt-get install libpango-1\.0-0"):
        papers.ensure()

    assert ran == []


def test_what_is_there_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "missing", lambda: ())

    papers.ensure()
