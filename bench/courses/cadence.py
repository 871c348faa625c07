"""On which days a patient writes: when it is due, and whether they do.

Published completion (evidence file, section 6): 85 % of days in chronic-pain diaries,
falling with study day; 75 % of weekly entries with automatic reminders.
"""

from random import Random

FIRST_DAY = -7
DAILY = 0.88
DAILY_LATER = 0.82
WEEKLY = 0.75

LAPSE_EVERY = 120
"""Mean days until somebody stops writing for a while."""


def is_due(day: int) -> bool:
    """Daily until day 14, three a week until day 42, then one a week."""
    if day <= 14:
        return True
    return day % 7 in (0, 2, 4) if day <= 42 else day % 7 == 0


def written_days(random: Random, last_day: int) -> list[int]:
    """The due days on which this patient writes."""
    diligence = random.gauss(0, 0.08)
    days, lapsed_until = [], FIRST_DAY
    for day in range(FIRST_DAY, last_day + 1):
        if random.random() < 1 / LAPSE_EVERY:
            lapsed_until = day + random.randint(3, 12)
        if not is_due(day) or day <= lapsed_until:
            continue
        if random.random() < min(0.99, _share(day) + diligence):
            days.append(day)
    return days


def _share(day: int) -> float:
    if day <= 14:
        return DAILY
    return DAILY_LATER if day <= 42 else WEEKLY
