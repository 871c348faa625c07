"""The emergencies a phone shows by itself, in the words of the patient's own clinic.

They are shown before anything is sent, so they promise nothing that is still to come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backend.common import clock
from tracker.clinical.levels import Level
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.gate import offline_table
from tracker.clinical.triage.rulesets import RuleSet
from tracker.queries import unread_advice
from tracker.queries.speech import Speech

if TYPE_CHECKING:
    from backend.accounts.models import Clinic


def table(
    clinic: Clinic, speech: Speech, ruleset: RuleSet | None = None
) -> dict[str, Any]:
    """By symptom: which changes alarm, what to say, and whom to call.

    By the rules of the clinic; a page that does not know it shows those as released.
    """
    rows = offline_table(ruleset)["symptoms"]
    return {code: _row(row, clinic, speech) for code, row in rows.items()}


def _row(row: dict[str, Any], clinic: Clinic, speech: Speech) -> dict[str, Any]:
    finding = Finding(row["rule"], Level.from_code(row["level"]), (), "")
    words = unread_advice.for_patient([finding], clinic, speech)[0]
    now = clinic.phone_at(clock.now())
    usual = {clinic.emergency_number, clinic.phone, now, ""}
    return {
        "changes": row["changes"],
        "title": words["title"],
        "text": words["text"],
        "english": _beside(words["english"]),
        # A line for talking comes before the two numbers that every page has.
        "extra": [a for a in words["actions"] if a["number"] not in usual],
    }


def _beside(english: dict[str, str] | None) -> str:
    """Title and text as one, for the one place the page keeps for them."""
    return f"{english['title']}. {english['text']}" if english else ""
