"""The advice for an entry as its helper reads it, and reads out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from tracker.clinical.answers import Answers
from tracker.clinical.helper_view import shown
from tracker.clinical.levels import Level
from tracker.clinical.triage.note_question import ASKS_FIRST
from tracker.queries import advice, check_ins

if TYPE_CHECKING:
    from backend.accounts.models import Clinic
    from tracker.clinical.triage.findings import Finding
    from tracker.models import CheckIn


def findings(check_in: CheckIn) -> tuple[Finding, ...]:
    """Without what only the patient's own answers brought to light."""
    own = Answers.from_json(check_in.answers)
    return shown(check_ins.findings_of(check_in), own)


def level(check_in: CheckIn) -> Level:
    return max((finding.level for finding in findings(check_in)), default=Level.NONE)


def lines(check_in: CheckIn, clinic: Clinic) -> list[dict[str, Any]]:
    """A note of a helper asks nobody: the team is called at once, and it says so."""
    found = advice.for_patient(findings(check_in), clinic)
    return [
        _about_a_note(line) if line["rule"] == ASKS_FIRST else line for line in found
    ]


def _about_a_note(line: dict[str, Any]) -> dict[str, Any]:
    return {
        **line,
        "title": _("Your note may speak of an emergency"),
        "text": _(
            "If it is there now, call the emergency number. "
            "The team has been told and reads your note."
        ),
        "actions": [a for a in line["actions"] if a["kind"] != "question"],
    }
