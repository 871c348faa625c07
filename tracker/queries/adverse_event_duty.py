"""The duty to report a stored adverse event, and the grade its answers suggest."""

from tracker.clinical.adverse_events.grading import Suggestion, suggest_grade
from tracker.clinical.adverse_events.reporting import (
    Obligation,
    ReportCase,
    reporting,
)
from tracker.clinical.adverse_events.terms import TERMS
from tracker.models import AdverseEvent


def obligation(event: AdverseEvent) -> Obligation:
    """What the rules of its regime ask for now."""
    case = ReportCase(
        is_infection=event.is_infection,
        seriousness=frozenset(event.seriousness),
        relatedness=event.relatedness,
        aware_on=event.aware_on,
        was_reported=event.reported_on is not None,
        news_on=event.news_on,
    )
    return reporting(event.regime, case)


def suggestion(event: AdverseEvent) -> Suggestion | None:
    term = TERMS[event.term]
    return suggest_grade(term, event.grading, frozenset(event.seriousness))
