"""The emergencies a phone shows by itself, in the words of the patient's own clinic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backend.common import clock
from tracker.clinical.levels import Level
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.gate import offline_table
from tracker.queries import advice

if TYPE_CHECKING:
    from backend.accounts.models import Clinic


def table(clinic: Clinic) -> dict[str, Any]:
    """By symptom: which changes alarm, what to say, and whom to call."""
    rows = offline_table()["symptoms"]
    return {code: _row(row, clinic) for code, row in rows.items()}


def _row(row: dict[str, Any], clinic: Clinic) -> dict[str, Any]:
    finding = Finding(row["rule"], Level.from_code(row["level"]), (), "")
    words = advice.for_patient([finding], clinic)[0]
    now = clinic.phone_at(clock.now())
    usual = {clinic.emergency_number, clinic.phone, now, ""}
    return {
        "changes": row["changes"],
        "title": words["title"],
        "text": words["text"],
        # A line for talking comes before the two numbers that every page has.
        "extra": [a for a in words["actions"] if a["number"] not in usual],
    }
