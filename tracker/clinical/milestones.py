"""Which milestones the entries themselves show.

They honour what went well and never punish pain; a milestone reached late counts.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tracker.clinical.course import first_score
from tracker.clinical.protocol import Protocol
from tracker.clinical.trends import Series, daily_walk
from tracker.clinical.triage.rules.disc_and_site import SITE_SIGNS

NORMAL_BELOW_C = 37.5

RMDQ_FALL = 5
"""Points of 24 that are an important change (Ostelo 2008)."""


def reached_from_data(
    protocol: Protocol, series: Series, already: frozenset[str]
) -> tuple[str, ...]:
    """Codes newly reached on the series' day, in the order of the plan."""
    return tuple(
        milestone.code
        for milestone in protocol.milestones
        if milestone.evidence is not None
        and milestone.code not in already
        and milestone.first_day <= series.day
        and _TESTS[milestone.evidence](series)
    )


def _walked(series: Series, *, minutes: int, days: int) -> bool:
    walks = daily_walk(e for e in series.last(6) if e.day >= 0)
    return sum(walk >= minutes for walk in walks.values()) >= days


def _walk_5_minutes(series: Series) -> bool:
    """A walk of 5 minutes since the procedure, within 7 days."""
    return _walked(series, minutes=5, days=1)


def _walk_30_minutes(series: Series) -> bool:
    """30 minutes on 3 days of 7."""
    return _walked(series, minutes=30, days=3)


def _site_calm(series: Series) -> bool:
    """Normal temperature on 3 days in a row, and no sign of trouble at the site."""
    recent = [entry for entry in series.last(2) if entry.day >= 0]
    readings = {e.day: e.temperature_c for e in recent if e.temperature_c is not None}
    warm = any((e.temperature_c or 0) >= NORMAL_BELOW_C for e in recent)
    answered = any(e.symptoms is not None for e in recent if e.day == series.day)
    troubled = any((e.symptoms or {}).keys() & SITE_SIGNS for e in recent)
    return len(readings) == 3 and answered and not (warm or troubled)


def _flare_settled(series: Series) -> bool:
    """Pain of 3 days back at the baseline or below."""
    if series.m3 is None or series.baseline is None:
        return False
    return series.m3 <= series.baseline


def _dropped_to(series: Series, share: float) -> bool:
    if series.m7 is None or not series.baseline:
        return False
    return series.m7 <= round(share * series.baseline, 6)


def _first_30_percent_drop(series: Series) -> bool:
    """Pain of 7 days at most 0.7 of the baseline (Ostelo 2008)."""
    return _dropped_to(series, 0.7)


def _half_of_baseline(series: Series) -> bool:
    """Pain of 7 days at most half of the baseline, or Roland-Morris 5 below."""
    return _dropped_to(series, 0.5) or _rmdq_fall(series) >= RMDQ_FALL


def _rmdq_fall(series: Series) -> int:
    """By how much the newest Roland-Morris score lies below the first one."""
    scored = [entry for entry in series.entries if entry.rmdq_total is not None]
    if not scored:
        return 0
    newest = scored[-1]
    first = first_score(series, newest, lambda entry: entry.rmdq_total)
    assert first is not None
    assert newest.rmdq_total is not None
    return int(first - newest.rmdq_total)


_TESTS: Mapping[str, Callable[[Series], bool]] = MappingProxyType(
    {
        "walk_5_minutes": _walk_5_minutes,
        "walk_30_minutes": _walk_30_minutes,
        "site_calm": _site_calm,
        "flare_settled": _flare_settled,
        "first_30_percent_drop": _first_30_percent_drop,
        "half_of_baseline": _half_of_baseline,
    }
)
