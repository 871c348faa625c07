"""An adverse event in words: what it was, what is due, what changed when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tracker.clinical.adverse_events.questions import MEASURES, QUESTIONS
from tracker.clinical.adverse_events.reporting import REGIMES
from tracker.clinical.adverse_events.terms import TERMS
from tracker.clinical.adverse_events.vocabulary import (
    OUTCOMES,
    RELATEDNESS,
    SERIOUSNESS,
)
from tracker.queries import adverse_events

if TYPE_CHECKING:
    from tracker.models import AdverseEvent, AdverseEventRevision

LABELS: Mapping[str, str] = {
    "term": "What happened",
    "narrative": "In words",
    "onset_on": "First day",
    "grading": "Answers",
    "grade": "Grade",
    "seriousness": "Serious because",
    "relatedness": "Caused by the procedure",
    "outcome": "How it is now",
    "is_infection": "Infection",
    "product": "Product",
    "lot": "Lot",
    "supplier": "Supplier",
    "regime": "Rules",
    "aware_on": "The clinic knew on",
    "news_on": "New information on",
    "grade_suggested": "Suggested grade",
    "report_due_on": "Report due on",
    "reported_on": "Reported on",
    "report_reference": "Reference",
    "not_reported_because": "Not reported because",
}
_CODES: Mapping[str, Mapping[str, str]] = {
    "term": {code: term.label for code, term in TERMS.items()},
    "relatedness": RELATEDNESS,
    "outcome": OUTCOMES,
    "regime": REGIMES,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the list."""

    event: AdverseEvent
    label: str
    is_serious: bool
    outcome: str
    clock: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What one version changed, as label, before and after."""

    version: int
    at: datetime
    by: str
    reason: str
    fields: tuple[tuple[str, str, str], ...]


def line(event: AdverseEvent, today: date) -> Line:
    left = adverse_events.days_left(event, today)
    return Line(
        event=event,
        label=TERMS[event.term].label,
        is_serious=bool(event.seriousness),
        outcome=OUTCOMES[event.outcome],
        clock=_clock(event, left),
        is_overdue=left is not None and left < 0,
    )


def facts(event: AdverseEvent) -> list[tuple[str, str]]:
    """What is known of it; what is empty is left out."""
    names = (
        *("onset_on", "aware_on", "relatedness", "outcome", "seriousness"),
        *("is_infection", "grading", "product", "lot", "supplier"),
    )
    rows = [(LABELS[n], in_words(n, getattr(event, n))) for n in names]
    return [(label, value) for label, value in rows if value]


def changes(
    event: AdverseEvent, now: Mapping[str, Any], kept: list[AdverseEventRevision]
) -> list[Change]:
    """The history, newest first; `now` is how it reads today."""
    found = []
    after = now
    for revision in kept:
        before = revision.fields
        found.append(
            Change(
                version=revision.version + 1,
                at=revision.created_at,
                by=revision.replaced_by.get_full_name(),
                reason=revision.reason,
                fields=differences(before, after),
            )
        )
        after = before
    return found


def differences(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[tuple[str, str, str], ...]:
    """Label, before and after of every field that differs."""
    return tuple(
        (label, in_words(n, before.get(n)) or "–", in_words(n, after.get(n)) or "–")
        for n, label in LABELS.items()
        if before.get(n) != after.get(n)
    )


def in_words(name: str, value: Any) -> str:
    """A stored value as people read it; empty where there is nothing to read."""
    if name == "grading":
        return "; ".join(_answer(key, answer) for key, answer in (value or {}).items())
    if name == "seriousness":
        return ", ".join(SERIOUSNESS.get(code, code) for code in value or ())
    if name == "is_infection":
        return "involved or suspected" if value else ""
    if name.endswith("_on") and value:
        day = value if isinstance(value, date) else date.fromisoformat(value)
        return f"{day:%-d %B %Y}"
    return _CODES.get(name, {}).get(value, "" if value is None else str(value))


def _answer(name: str, answer: str | float) -> str:
    if name in MEASURES:
        return f"{MEASURES[name].label}: {answer:g}"
    question = QUESTIONS[name]
    return f"{question.label}: {question.answers.get(str(answer), answer)}"


def _clock(event: AdverseEvent, left: int | None) -> str:
    if left is not None:
        return days_words(left)
    if event.not_reported_because:
        return "not reported"
    if event.reported_on:
        return f"reported {event.reported_on:%-d %b %Y}"
    return "no report due"


def days_words(left: int) -> str:
    """How long a report still may wait."""
    if left < -1:
        return f"{-left} days overdue"
    return {-1: "1 day overdue", 0: "due today", 1: "due tomorrow"}.get(
        left, f"due in {left} days"
    )
