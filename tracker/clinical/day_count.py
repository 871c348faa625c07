"""Day 0 is the local date of the procedure; everything else counts from it."""

from datetime import date


def day_of(local_date: date, procedure_date: date) -> int:
    """Calendar days since the procedure; negative before it."""
    return (local_date - procedure_date).days
