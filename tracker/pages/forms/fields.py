"""Choices that several forms share."""

from collections.abc import Iterable, Mapping
from functools import cache
from zoneinfo import available_timezones


@cache
def zone_choices() -> list[tuple[str, str]]:
    """Every place a clock can follow, by region."""
    names = sorted(
        name
        for name in available_timezones()
        if "/" in name and not name.startswith(("Etc/", "SystemV/", "posix", "right"))
    )
    return [("UTC", "UTC"), *((name, name.replace("_", " ")) for name in names)]


def choices(
    words: Mapping[str, str], empty: str | None = None
) -> list[tuple[str, str]]:
    """A table of codes and words as the choices of a field."""
    rows: Iterable[tuple[str, str]] = words.items()
    return [("", empty), *rows] if empty is not None else list(rows)
