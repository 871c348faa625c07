"""Days without an entry.

Source: our proposal; the times follow the plan of entries, which grow rarer.
"""

from tracker.clinical.levels import Level
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.parameters import Parameters

INITIAL_LAST_DAY = 14
PROGRESSIVE_LAST_DAY = 42
WEEKLY_LAST_DAY = 182
LAST_DAY = 365


def silence(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R31. No entry for too long: a reminder, and soon if it looked bad before.

    Level none asks for a reminder and nothing else. Announced days are not counted.
    """
    if facts.days_silent is None or facts.paused or not 1 <= facts.day <= LAST_DAY:
        return None
    limit = _limit(facts.day, limits)
    if facts.days_silent < limit:
        return None
    days = Reason("No entry", f"{facts.days_silent} days", f"limit {limit} days")
    worry = _worry(facts)
    return found("R31", Level.SOON if worry else Level.NONE, (days, *worry))


def stretches(limits: Parameters) -> tuple[tuple[int, int, int], ...]:
    """First and last day of each stretch, and the days without entry it allows."""
    return (
        (1, INITIAL_LAST_DAY, limits.silence_days_initial),
        (INITIAL_LAST_DAY + 1, PROGRESSIVE_LAST_DAY, limits.silence_days_progressive),
        (PROGRESSIVE_LAST_DAY + 1, WEEKLY_LAST_DAY, limits.silence_days_weekly),
        (WEEKLY_LAST_DAY + 1, LAST_DAY, limits.silence_days_monthly),
    )


def _limit(day: int, limits: Parameters) -> int:
    return next(days for _, last, days in stretches(limits) if day <= last)


def _worry(facts: TriageFacts) -> tuple[Reason, ...]:
    reasons: tuple[Reason, ...] = ()
    if facts.was_rising:
        reasons += (Reason("Last entries", "pain rising", "before the silence"),)
    if facts.last_level >= Level.WATCH:
        code = Level(facts.last_level).code
        reasons += (Reason("Last entry", code, "before the silence"),)
    return reasons
