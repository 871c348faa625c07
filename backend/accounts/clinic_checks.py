"""Reads what a clinic says about its hours. What cannot be read counts as closed.

An alert must find its way whatever was typed: nothing here raises.
"""

import logging
from collections.abc import Mapping
from datetime import UTC, date, time, tzinfo
from zoneinfo import ZoneInfo

logger = logging.getLogger(__name__)

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Span = tuple[time, time]


def zone_of(name: str) -> tzinfo:
    """The zone of a clinic; UTC for a name that no zone has."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        logger.error("there is no time zone %r; a clinic is read in UTC", name)
        return UTC


def day_of(text: object) -> date | None:
    try:
        return date.fromisoformat(text)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        logger.error("a closed day of a clinic cannot be read: %r", text)
        return None


def span_of(span: object) -> Span | None:
    try:
        start, end = span  # type: ignore[misc]
        return time.fromisoformat(start), time.fromisoformat(end)  # type: ignore[has-type]
    except (TypeError, ValueError):
        logger.error("an opening time of a clinic cannot be read: %r", span)
        return None


def spans_on(hours: object, weekday: int) -> list[Span]:
    """The opening times of a weekday, Monday being 0, as far as they can be read."""
    day = hours.get(WEEKDAYS[weekday]) if isinstance(hours, Mapping) else None
    return sorted(filter(None, map(span_of, day if isinstance(day, list) else ())))


def problems(zone: str, hours: object, closed_days: object) -> dict[str, str]:
    """One sentence for each field that would not be read as it was meant."""
    wrong = {}
    if zone_of(zone) is UTC and zone != "UTC":
        wrong["zone"] = "The time zone is a name such as Europe/Berlin."
    if not _are_hours(hours):
        wrong["opening_hours"] = (
            'Opening hours look like {"mon": [["08:00", "17:00"]]}, from mon to sun.'
        )
    if not isinstance(closed_days, list) or None in map(day_of, closed_days):
        wrong["closed_days"] = 'Closed days are a list such as ["2026-12-25"].'
    return wrong


def _are_hours(hours: object) -> bool:
    if not isinstance(hours, Mapping) or not set(hours) <= set(WEEKDAYS):
        return False
    spans = [span for day in hours.values() for span in _list(day)]
    return all(span is not None and span[0] < span[1] for span in map(span_of, spans))


def _list(day: object) -> list[object]:
    return day if isinstance(day, list) else [day]
