"""What weighings say: the share of the weight that was lost, and whether on purpose."""

from collections.abc import Sequence
from statistics import median

from tracker.clinical.trends import Entry

MONTH = 30
HALF_YEAR = 182

STALE_DAYS = 30
"""An older weighing, or answer to "planned?", says nothing of today."""


Weighings = Sequence[tuple[int, float]]
"""Day and kilograms, oldest first."""


def weighed(entries: Sequence[Entry]) -> Weighings:
    """The weighings among the entries."""
    return [(e.day, e.weight_kg) for e in entries if e.weight_kg is not None]


def lost_share(
    weighed: Weighings, *, day: int, within: int, baseline_kg: float | None
) -> float | None:
    """The share lost since the highest weight of the last `within` days.

    None without a weighing of the last 30 days and one of an earlier day. The weight
    at intake counts as one of the day of the procedure.
    """
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


def below_usual(
    weighed: Weighings, *, day: int, baseline_kg: float | None
) -> float | None:
    """The share by which the weight of today lies below the median of half a year.

    With one earlier weighing that is the loss since then. None where nobody weighed
    today or before.
    """
    if not weighed or weighed[-1][0] != day:
        return None
    earlier = [kg for on, kg in weighed if day - HALF_YEAR <= on < day]
    if baseline_kg is not None and day - HALF_YEAR <= 0 < day:
        earlier.append(baseline_kg)
    return 1 - weighed[-1][1] / median(earlier) if earlier else None


def was_planned(entries: Sequence[Entry], *, day: int) -> bool | None:
    """The latest answer of 30 days to whether the loss was meant; None if not asked.

    Of two answers of one moment the no counts.
    """
    answered = [
        ((entry.day, entry.recorded_at), entry.weight_loss_planned)
        for entry in entries
        if entry.weight_loss_planned is not None and entry.day >= day - STALE_DAYS
    ]
    if not answered:
        return None
    latest = answered[-1][0]
    return all(planned for moment, planned in answered if moment == latest)
