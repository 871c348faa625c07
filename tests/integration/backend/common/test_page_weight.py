"""The budget of the patient's first page."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from backend.common import page_files


def test_check_in_is_within_its_budget(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("page_weight")

    said = capsys.readouterr().out
    assert "/static/js/outbox.js" in said
    assert "/static/css/patient.css" in said
    assert "shell.js" not in said
    first, later = said.split("js loaded later")
    assert "read_aloud.js" not in first
    assert "/static/js/read_aloud.js" in later


def test_page_over_its_budget_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    weight = page_files.weight
    monkeypatch.setattr(page_files, "weight", lambda parts: weight(parts) + 1500)

    with pytest.raises(CommandError, match="more than its budget"):
        call_command("page_weight")
