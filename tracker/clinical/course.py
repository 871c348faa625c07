"""How pain, walking and scores went over weeks, beside the medians of `trends`."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from math import inf
from statistics import median

from tracker.clinical.trends import (
    MINIMUM_DAYS,
    Entry,
    Series,
    daily_walk,
    hours_between,
    median_ending,
    median_of,
    of_baseline_week,
)

RECENT_DAYS = 3
"""Two severe entries this close together belong to the same trouble."""

GAP_DAYS = 8
"""With an entry a week, the one before is the one to compare with."""

RUN_ENTRIES = 4
RUN_DAYS = 7
RUN_LONGEST = 35
"""Four entries or more over at least a week; one a week takes four weeks."""

STEP_DAYS = 3
TURNS = 6
"""Three entries a week still say how pain moves from day to day; a week of them."""

SPARSE_DAYS = 14
SPARSE_ENTRIES = 2
"""With an entry a week there is no 7-day median: two weeks, two entries."""


def week_low_m7(series: Series) -> float | None:
    """The lowest 7-day median of the last seven days; None if a day has none."""
    lowest: float | None = None
    for day in range(series.day - 6, series.day + 1):
        m7 = median_ending(series.daily_pain, day, 7)
        if m7 is None:
            return None
        lowest = m7 if lowest is None else min(lowest, m7)
    return lowest


def run(series: Series) -> tuple[int, float] | None:
    """First day and lowest pain of the last entries that fill a week.

    The shortest row of days with pain that has four of them and spans a week.
    """
    count, lowest = 0, 10.0
    for day in range(series.day, series.day - RUN_LONGEST, -1):
        pain = series.daily_pain.get(day)
        if pain is None:
            continue
        count, lowest = count + 1, min(lowest, pain)
        if count >= RUN_ENTRIES and series.day - day >= RUN_DAYS:
            return day, lowest
    return None


def recent_pain(series: Series) -> float | None:
    """Median pain of 7 days; where entries are rare, of 14 days from at least 2."""
    if series.m7 is not None:
        return series.m7
    first = series.day - SPARSE_DAYS + 1
    days = range(first, series.day + 1)
    found = [series.daily_pain[d] for d in days if d in series.daily_pain]
    return float(median(found)) if len(found) >= SPARSE_ENTRIES else None


def earlier_pains(entry: Entry, series: Series) -> tuple[tuple[float, int], ...]:
    """Hours before `entry` and pain of the entries before it, oldest first.

    Those of the last three days; where there are none, the latest of the last eight.
    """
    found = [
        (e.day, hours_between(e, entry), e.pain)
        for e in series.last(GAP_DAYS)
        if e.pain is not None and e is not entry
    ]
    recent = [(h, p) for d, h, p in found if entry.day - d <= RECENT_DAYS]
    return tuple(recent or [(h, p) for _, h, p in found[-1:]])


def pain_rise(entry: Entry, series: Series) -> float | None:
    """Points above the lowest pain of today and yesterday.

    A missed day must not hide a jump: where nothing was written since yesterday, above
    the last entry of two weeks.
    """
    if entry.pain is None:
        return None
    found = [
        (e.day, e.pain)
        for e in series.last(SPARSE_DAYS)
        if e.pain is not None and e is not entry
    ]
    since_yesterday = [pain for day, pain in found if day >= entry.day - 1]
    before = [pain for _, pain in found]
    return float(entry.pain - min([*(since_yesterday or before[-1:]), entry.pain]))


def has_pain_before(entry: Entry, series: Series) -> bool:
    """Whether `pain_rise` had any earlier pain of two weeks to compare with."""
    return any(e.pain is not None and e is not entry for e in series.last(SPARSE_DAYS))


def lowest_of_three_days(series: Series) -> float | None:
    """The lowest daily pain among the days of the 3-day median."""
    days = range(series.day - 2, series.day + 1)
    return min(
        (series.daily_pain[d] for d in days if d in series.daily_pain), default=None
    )


def usual_turn(series: Series) -> float | None:
    """By how much pain goes one way and back again from day to day, before today.

    The mean, over two steps in a row, of the smaller one where they go opposite ways.
    Relief or a climb turns nowhere, however steep it is. Steps over three days at most
    count; None where there are fewer than six pairs of them, for then nobody knows yet.
    """
    pairs = 0
    turned = before = last_step = 0.0
    on, was_near = -inf, False
    for day, pain in series.daily_pain.items():
        if day >= series.day:
            break
        is_near, step = day - on <= STEP_DAYS, pain - before
        if is_near and was_near:
            pairs += 1
            if step * last_step < 0:
                turned += min(abs(step), abs(last_step))
        on, before, was_near, last_step = day, pain, is_near, step
    return round(turned / pairs, 2) if pairs >= TURNS else None


def lowest_m7(series: Series) -> float | None:
    """The lowest 7-day median from the procedure until the day before.

    It slides from one day with pain to the next. A window is lower than the lowest so
    far only if half of its values are: that is counted, and few windows are sorted.
    """
    days, pains = list(series.daily_pain), list(series.daily_pain.values())
    lowest = inf
    first = bisect_left(days, -6)
    below = 0
    for last in range(first, bisect_left(days, series.day)):
        day = days[last]
        below += pains[last] < lowest
        while days[first] < day - 6:
            below -= pains[first] < lowest
            first += 1
        size = last + 1 - first
        if day < 0 or size < MINIMUM_DAYS[7] or 2 * below < size:
            continue
        window = pains[first : last + 1]
        m7 = median_of(window)
        if m7 < lowest:
            lowest = m7
            below = sum(pain < lowest for pain in window)
    return None if lowest == inf else lowest


def last_pair(series: Series) -> float | None:
    """The lower pain of today and of the day with pain before it, two weeks at most.

    Where an entry comes once a week, this is what is left of "for some days".
    """
    today = series.daily_pain.get(series.day)
    for day in range(series.day - 1, series.day - SPARSE_DAYS - 1, -1):
        if today is not None and day in series.daily_pain:
            return min(today, series.daily_pain[day])
    return None


def lowest_pair(series: Series) -> float | None:
    """The best pair since the procedure, before today: two days with pain in a row.

    The higher of the two counts, so that one good day is no relief.
    """
    lowest, before = inf, inf
    on = -GAP_DAYS - 1
    for day, pain in series.daily_pain.items():
        if not 0 <= day < series.day:
            continue
        if pain < lowest and before < lowest and day - on <= GAP_DAYS:
            lowest = max(before, pain)
        on, before = day, pain
    return None if lowest == inf else lowest


def walks(series: Series) -> tuple[float | None, float | None, float | None]:
    """Median minutes walked: of 7 days, of the 7 days before, before the procedure."""
    daily = daily_walk(series.last(13))
    before = [
        e.walk_minutes
        for e in of_baseline_week(series.entries)
        if e.walk_minutes is not None
    ]
    return (
        median_ending(daily, series.day, 7),
        median_ending(daily, series.day - 7, 7),
        float(median(before)) if before else None,
    )


def first_score(
    series: Series, entry: Entry, score: Callable[[Entry], float | None]
) -> float | None:
    """The score that later ones are held against; None where this is not asked.

    The latest one up to the day of the procedure, else the first one of all.
    """
    if score(entry) is None:
        return None
    found = [(e.day, value) for e in series.entries if (value := score(e)) is not None]
    before = [value for day, value in found if day <= 0]
    return before[-1] if before else found[0][1]


def is_rising(pain: Mapping[int, float], days: Sequence[int], rise: float) -> bool:
    """Whether the last of the days has the most pain, `rise` above the lowest."""
    values = [pain[day] for day in days]
    return len(values) > 1 and values[-1] == max(values) >= min(values) + rise
