"""`make check`."""

import pytest

from backend.local import check


def test_exit_code_is_that_of_the_first_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "production_environment", dict)

    code = check.check(
        {
            "Good": ["true"],
            "First": ["sh", "-c", "echo why; exit 3"],
            "Second": ["sh", "-c", "exit 4"],
        }
    )

    assert code == 3
    assert "why" in capsys.readouterr().out
