"""When the team reads reports, in one sentence."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

_DAYS = {
    "mon": _("Monday"),
    "tue": _("Tuesday"),
    "wed": _("Wednesday"),
    "thu": _("Thursday"),
    "fri": _("Friday"),
    "sat": _("Saturday"),
    "sun": _("Sunday"),
}
Hours = Mapping[str, Sequence[Sequence[str]]]


def sentence(hours: Hours, *, zone: str = "", reader_zone: str = "") -> str:
    """Such as "The team reads reports Monday to Friday, 8:00 to 17:00.".

    A reader in another zone than the clinic is told whose clock is meant.
    """
    runs = _runs(hours)
    if not runs:
        return gettext("The team has not set its reading hours.")
    hours_of_days = "; ".join(
        f"{_days(first, last)}, {spans}" for first, last, spans in runs
    )
    if zone == reader_zone:
        return gettext("The team reads reports {hours}.").format(hours=hours_of_days)
    return gettext("The team reads reports {hours} ({place} time).").format(
        hours=hours_of_days, place=_place(zone)
    )


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
    return gettext(" and ").join(
        gettext("{start} to {end}").format(start=_clock(start), end=_clock(end))
        for start, end in spans
    )


def _clock(text: str) -> str:
    return text.removeprefix("0")


def _days(first: str, last: str) -> str:
    if first == last:
        return str(_DAYS[first])
    return gettext("{start} to {end}").format(start=_DAYS[first], end=_DAYS[last])
