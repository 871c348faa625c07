"""What weighings say: the share of the weight that was lost, and whether on purpose."""

from collections.abc import Sequence

from tracker.clinical.trends import Entry

MONTH = 30
HALF_YEAR = 182

STALE_DAYS = 30
"""An older weighing, or answer to "planned?", says nothing of today."""


def lost_share(
    entries: Sequence[Entry], *, day: int, within: int, baseline_kg: float | None
) -> float | None:
    """The share lost since the highest weight of the last `within` days.

    None without a weighing of the last 30 days and one of an earlier day. The weight
    at intake counts as one of the day of the procedure.
    """
    weighed = [(e.day, e.weight_kg) for e in entries if e.weight_kg is not None]
    if not weighed or weighed[-1][0] < day - STALE_DAYS:
        return None
    last_day, last = weighed[-1]
    first = last_day - within
    earlier = [kg for on, kg in weighed if first <= on < last_day]
    if baseline_kg is not None and first <= 0 < last_day:
        earlier.append(baseline_kg)
    if not earlier:
        return None
    return max(0.0, 1 - last / max(earlier))


def was_planned(entries: Sequence[Entry], *, day: int) -> bool | None:
    """The latest answer of 30 days to whether the loss was meant; None if not asked."""
    for entry in reversed(entries):
        if entry.day < day - STALE_DAYS:
            return None
        if entry.weight_loss_planned is not None:
            return entry.weight_loss_planned
    return None
