"""When the team reads reports, in one sentence (pure)."""

from collections.abc import Mapping, Sequence

_DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
Hours = Mapping[str, Sequence[Sequence[str]]]


def sentence(hours: Hours, *, zone: str = "", reader_zone: str = "") -> str:
    """Such as "The team reads reports Monday to Friday, 8:00 to 17:00.".

    A reader in another zone than the clinic is told whose clock is meant.
    """
    runs = _runs(hours)
    if not runs:
        return "The team has not set its reading hours."
    parts = [f"{_days(first, last)}, {spans}" for first, last, spans in runs]
    whose = f" ({_place(zone)} time)" if zone != reader_zone else ""
    return f"The team reads reports {'; '.join(parts)}{whose}."


def _place(zone: str) -> str:
    """The city of a zone: America/New_York is New York."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def _runs(hours: Hours) -> list[tuple[str, str, str]]:
    """Neighbouring days with the same hours as one: first day, last day, hours."""
    runs: list[tuple[str, str, str]] = []
    names = list(_DAYS)
    for index, day in enumerate(names):
        spans = _spans(hours.get(day, ()))
        if not spans:
            continue
        before = names[index - 1] if index else ""
        if runs and runs[-1][1] == before and runs[-1][2] == spans:
            runs[-1] = (runs[-1][0], day, spans)
        else:
            runs.append((day, day, spans))
    return runs


def _spans(spans: Sequence[Sequence[str]]) -> str:
    return " and ".join(f"{_clock(start)} to {_clock(end)}" for start, end in spans)


def _clock(text: str) -> str:
    return text.removeprefix("0")


def _days(first: str, last: str) -> str:
    if first == last:
        return _DAYS[first]
    return f"{_DAYS[first]} to {_DAYS[last]}"
