"""What the worklist says about an episode, derived from its series."""

from collections.abc import Sequence
from decimal import Decimal
from statistics import median
from typing import Any

from tracker.clinical.trends import Entry
from tracker.models import CaseloadRow, CheckIn

TREND_DAYS = 14
OWN_DAYS = 7


def after(
    row: CaseloadRow, check_in: CheckIn, entries: Sequence[Entry]
) -> dict[str, Any]:
    """The columns that one more check-in changes. A late entry moves only the trend."""
    is_newest = row.last_day is None or check_in.day >= row.last_day
    changes: dict[str, Any] = {
        "trend": trend(entries, max(check_in.day, row.last_day or check_in.day))
    }
    if is_newest:
        changes |= {
            "last_entry_at": check_in.received_at,
            "last_day": check_in.day,
            "last_pain": check_in.pain,
            "last_mobility": check_in.mobility,
            "change": _change(entries, check_in),
        }
    return changes


def trend(entries: Sequence[Entry], last_day: int) -> list[list[float]]:
    """Pairs [day, median pain] of the last 14 days that have an answer."""
    by_day: dict[int, list[int]] = {}
    for entry in entries:
        if entry.pain is not None and last_day - TREND_DAYS < entry.day <= last_day:
            by_day.setdefault(entry.day, []).append(entry.pain)
    return [[day, float(median(pains))] for day, pains in sorted(by_day.items())]


def _change(entries: Sequence[Entry], check_in: CheckIn) -> Decimal | None:
    """Pain now against the own median of the seven days before."""
    before = [
        entry.pain
        for entry in entries
        if entry.pain is not None
        and check_in.day - OWN_DAYS <= entry.day < check_in.day
    ]
    if check_in.pain is None or not before:
        return None
    return Decimal(str(check_in.pain - median(before)))
