"""The only place that reads the clock."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def _system() -> datetime:
    return datetime.now(UTC)


_source = _system


def now() -> datetime:
    """This moment, aware, in UTC."""
    return _source()


def local_today(zone: str) -> date:
    """The calendar date in an IANA zone now."""
    return now().astimezone(ZoneInfo(zone)).date()
