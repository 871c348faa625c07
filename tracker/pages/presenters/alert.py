"""A stored finding in the words of the clinician, and those the patient was told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.clinical.triage.advice import clinician_note
from tracker.clinical.triage.findings import Finding, Reason
from tracker.queries import advice
from tracker.queries.speech import IN_ENGLISH

if TYPE_CHECKING:
    from tracker.models import Alert


@dataclass(frozen=True, slots=True)
class Described:
    """Why the alert is here and what would close it."""

    headline: str
    check: str
    reasons: tuple[Reason, ...]
    would_clear: str
    told: list[dict[str, Any]]
    # The same in the patient's language, where that was not English.
    shown: dict[str, str] | None


def described(alert: Alert) -> Described:
    finding = Finding.from_json(alert.finding)
    note = clinician_note(finding)
    return Described(
        headline=note.headline,
        check=note.check,
        reasons=finding.reasons,
        would_clear=finding.would_clear,
        told=advice.for_patient([finding], alert.clinic, IN_ENGLISH),
        shown=advice.as_shown(alert),
    )
