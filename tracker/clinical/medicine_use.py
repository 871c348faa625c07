"""For how long an opioid has been taken, and how often before that."""

from collections.abc import Sequence

from tracker.clinical.trends import Entry

LONGEST_GAP = 3
"""Days without an answer that do not end a streak: three entries a week leave them."""

DAYS_BEFORE = 14


def opioid_streak(entries: Sequence[Entry]) -> tuple[int, int, int]:
    """Days of the streak; answered days of the two weeks before, and those with one.

    The streak runs from its first day to the last entry. A day without an answer is
    neither with nor without.
    """
    days = _days(entries)
    streak = _streak(days)
    if not streak:
        return 0, 0, 0
    first = streak[-1]
    before = [took for day, took in days.items() if first - DAYS_BEFORE <= day < first]
    return streak[0] - first + 1, len(before), sum(before)


def _streak(days: dict[int, bool]) -> list[int]:
    """The days of the streak, latest first."""
    streak: list[int] = []
    for day in sorted(days, reverse=True):
        if not days[day] or (streak and streak[-1] - day > LONGEST_GAP):
            break
        streak.append(day)
    return streak


def _days(entries: Sequence[Entry]) -> dict[int, bool]:
    """By answered day, whether an opioid was taken on it."""
    days: dict[int, bool] = {}
    for entry in entries:
        if entry.medicines_taken is not None:
            took = "opioid" in entry.medicines_taken
            days[entry.day] = days.get(entry.day, False) or took
    return days
