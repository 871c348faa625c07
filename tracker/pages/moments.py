"""The place on a paged list, as its address names it."""

from datetime import datetime

from django.utils.dateparse import parse_datetime


def moment_in(text: str) -> datetime | None:
    """The moment that `?before=` names; None where it cannot be read."""
    try:
        # In an address a plus that nobody quoted arrives as a space.
        moment = parse_datetime(text.replace(" ", "+"))
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None
