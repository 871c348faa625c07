"""Finding a browser."""

from pathlib import Path

import pytest

from backend.local import chromium
from backend.local.errors import LocalError


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without a browser, where nothing can be installed."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "kept"))
    monkeypatch.setattr(chromium, "run", lambda command, **extra: None)
    return tmp_path


@pytest.mark.parametrize("name", chromium.NAMES)
def test_browser_on_the_path_is_found(bare: Path, name: str) -> None:
    browser = bare / "bin" / name
    browser.touch(mode=0o755)

    assert chromium.ensure() == browser


def test_browser_of_playwright_is_found(bare: Path) -> None:
    browser = bare / "kept" / "chromium-1200" / "chrome-linux64" / "chrome"
    browser.parent.mkdir(parents=True)
    browser.touch(mode=0o755)

    assert chromium.ensure() == browser


def test_no_browser_at_all_is_told(bare: Path) -> None:
    with pytest.raises(LocalError, match="There is no Chromium"):
        chromium.ensure()
