"""Adverse events as a table for a spreadsheet, which must not run what it reads."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO
from typing import TYPE_CHECKING, Any

from tracker.clinical.adverse_events.terms import TERMS
from tracker.queries import adverse_event_duty

if TYPE_CHECKING:
    from tracker.models import AdverseEvent

COLUMNS = (
    *("event", "patient", "term", "label", "family", "onset_on", "day"),
    *("grade", "grade_suggested", "seriousness", "is_infection", "relatedness"),
    *("outcome", "product", "lot", "supplier", "regime", "aware_on"),
    *("report_needed", "report_due_on", "reported_on", "report_reference"),
    *("not_reported_because", "rule", "ruleset", "version", "recorded_at"),
    *("recorded_by", "narrative"),
)
# A cell that begins so is a formula to a spreadsheet, also after spaces.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def written(events: Iterable[AdverseEvent]) -> str:
    """The whole file, with the mark that lets a spreadsheet read it as UTF-8."""
    text = StringIO()
    text.write("\ufeff")
    table = csv.writer(text)
    table.writerow(COLUMNS)
    for event in events:
        row = _row(event)
        table.writerow([cell(row[name]) for name in COLUMNS])
    return text.getvalue()


def cell(value: Any) -> Any:
    """A text that would be a formula gets a quote before it; numbers stay."""
    if value is None:
        return ""
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA):
        return f"'{value}"
    return value


def _row(event: AdverseEvent) -> dict[str, Any]:
    term = TERMS[event.term]
    same = {name: getattr(event, name) for name in COLUMNS if hasattr(event, name)}
    return same | {
        "event": str(event.pk),
        "patient": str(event.episode.patient_id),
        "label": term.label,
        "family": term.family,
        "seriousness": " ".join(event.seriousness),
        "is_infection": "yes" if event.is_infection else "no",
        "report_needed": "yes" if adverse_event_duty.obligation(event).needed else "no",
        "rule": event.alert.rule_id if event.alert else "",
        "ruleset": event.alert.ruleset if event.alert else "",
        "recorded_at": event.created_at.isoformat(),
        "recorded_by": event.recorded_by.get_full_name(),
    }
