"""How long something has waited, in as few characters as a row has room for (pure)."""

from datetime import UTC, datetime

from tracker.clinical.levels import TIME_TO_ACKNOWLEDGE, Level


def waiting(since: datetime, now: datetime) -> str:
    minutes = max(int((now - since).total_seconds() // 60), 0)
    hours, minutes = divmod(minutes, 60)
    if hours >= 48:
        return f"{hours // 24} days"
    return f"{hours} h {minutes:02}" if hours else f"{minutes} min"


def target(level: int) -> str:
    """The longest wait the level allows, in words; empty where it is a date."""
    allowed = TIME_TO_ACKNOWLEDGE.get(Level(level))
    return waiting(_START, _START + allowed) if allowed else ""


def is_overdue(level: int, since: datetime, now: datetime) -> bool:
    allowed = TIME_TO_ACKNOWLEDGE.get(Level(level))
    return allowed is not None and now - since > allowed


_START = datetime(2000, 1, 1, tzinfo=UTC)
