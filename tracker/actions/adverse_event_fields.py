"""Read the typed-in fields of an adverse event; every fault is named."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from backend.common import clock
from backend.common.errors import InvalidInput
from tracker.actions import field_checks as checks
from tracker.actions.field_checks import FieldError
from tracker.clinical.adverse_events.questions import MEASURES, QUESTIONS
from tracker.clinical.adverse_events.reporting import REGIMES
from tracker.clinical.adverse_events.terms import TERMS
from tracker.clinical.adverse_events.vocabulary import (
    GRADES,
    OUTCOMES,
    RELATEDNESS,
    SERIOUSNESS,
)
from tracker.models import Episode
from tracker.queries import procedures

BEFORE_PROCEDURE = timedelta(days=30)
"""Preparing for the procedure may do harm too."""

REQUIRED = {
    "term": "Choose what happened.",
    "onset_on": "Say when it began.",
    "grade": "Choose a grade.",
    "relatedness": "Say how likely the procedure caused it.",
    "outcome": "Say how it is now.",
}


def read(
    episode: Episode, given: Mapping[str, Any], before: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """The cleaned fields; `before` holds those that stay. Raises InvalidInput."""
    missing = [] if before else [name for name in REQUIRED if not given.get(name)]
    named = {n: value for n, value in given.items() if n not in missing}
    errors = [_error(name, "required", REQUIRED[name]) for name in missing]
    try:
        fields = checks.read_fields(named, _checks(episode))
    except InvalidInput as invalid:
        raise InvalidInput([*errors, *invalid.errors]) from invalid
    if not errors:
        errors = list(_contradictions(dict(before or {}) | fields))
    if errors:
        raise InvalidInput(errors)
    return fields


def _contradictions(fields: Mapping[str, Any]) -> list[dict[str, str]]:
    death = {
        fields["grade"] == 5,
        "death" in fields.get("seriousness", ()),
        fields["outcome"] == "fatal",
    }
    found = []
    if len(death) > 1:
        found.append(
            _error(
                "grade",
                "contradiction",
                "Grade 5, death under seriousness and a fatal outcome go together.",
            )
        )
    if fields["aware_on"] < fields["onset_on"]:
        found.append(
            _error(
                "aware_on",
                "out_of_range",
                "The clinic cannot have known of it before it began.",
            )
        )
    return found


def _checks(episode: Episode) -> dict[str, checks.Check]:
    today = max(
        clock.local_today(episode.patient.zone), clock.local_today(episode.clinic.zone)
    )
    first = procedures.first_day(episode) - BEFORE_PROCEDURE
    return {
        "term": checks.one_of("The term", TERMS),
        "narrative": checks.text("What happened", 4000),
        "onset_on": _day("The first day of the event", first, today),
        "grading": _grading,
        "grade": _grade,
        "seriousness": checks.each(
            "Seriousness", checks.one_of("The criterion", SERIOUSNESS)
        ),
        "relatedness": checks.one_of("The relation", RELATEDNESS),
        "outcome": checks.one_of("The outcome", OUTCOMES),
        "is_infection": _yes_or_no,
        "product": checks.text("The product", 120),
        "lot": checks.text("The lot", 120),
        "supplier": checks.text("The supplier", 120),
        "regime": checks.one_of("The rules of reporting", REGIMES),
        "aware_on": _day("The day the clinic knew", first, today),
        "news_on": _day("The day of the news", first, today),
    }


def _day(name: str, first: date, last: date) -> checks.Check:
    outside = f"{name} lies between {first:%-d %B %Y} and today."
    return checks.day(name, first=first, last=last, outside=outside)


def _grade(value: object) -> int:
    if isinstance(value, bool) or value not in GRADES:
        raise FieldError("unknown_code", "The grade is a number from 1 to 5.")
    assert isinstance(value, int)
    return value


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise FieldError("wrong_type", "Infection is yes or no.")
    return value


def _grading(value: object) -> dict[str, str | float]:
    if not isinstance(value, Mapping):
        raise FieldError("wrong_type", "Grading is an object of answers by question.")
    return {str(name): _answer(str(name), given) for name, given in value.items()}


def _answer(name: str, given: object) -> str | float:
    if name in QUESTIONS:
        return str(checks.one_of("The answer", QUESTIONS[name].answers)(given))
    if name not in MEASURES:
        raise FieldError("unknown_field", f"There is no question {name[:40]!r}.")
    measure = MEASURES[name]
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise FieldError("wrong_type", f"{measure.label} is a number.")
    if not measure.lowest <= given <= measure.highest:
        raise FieldError(
            "out_of_range",
            f"{measure.label} lies from {measure.lowest:g} to {measure.highest:g}.",
        )
    return float(given)


def _error(field: str, code: str, message: str) -> dict[str, str]:
    return {"field": field, "code": code, "message": message}
