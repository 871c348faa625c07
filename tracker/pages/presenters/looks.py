"""Who looked at a record, day by day, in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from tracker.queries.looks import Look

WHAT = {
    "patient.read": gettext_lazy("read your record"),
    "alert.read": gettext_lazy("read a report of yours"),
    "adverse_event.read": gettext_lazy("read about an event of yours"),
    "adverse_event.exported": gettext_lazy("saved a report about an event of yours"),
    "progress.read": gettext_lazy("looked at your progress"),
    "messages.read": gettext_lazy("looked at your messages"),
    "summary.read": gettext_lazy("read your summary"),
    "summary.saved": gettext_lazy("saved your summary as a file"),
    "summary.read_by_link": gettext_lazy("read the summary that you shared"),
}
ROLES = {
    "clinician": gettext_lazy("doctor, nurse or therapist"),
    "coordinator": gettext_lazy("front desk"),
    "lead": gettext_lazy("head of the team"),
    "administrator": gettext_lazy("runs the accounts"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One person and one thing on one day, with the times from early to late."""

    who: str
    role: str
    what: str
    times: list[datetime] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Day:
    on: date
    lines: list[Line]


def by_day(looks: Iterable[Look], zone: str) -> list[Day]:
    """The patient's own days, newest first; a person looking twice is one line."""
    local = ZoneInfo(zone)
    days: dict[date, dict[tuple[str, str], Line]] = {}
    for look in looks:
        at = look.at.astimezone(local)
        lines = days.setdefault(at.date(), {})
        line = lines.setdefault((look.who, look.what), _line(look))
        if not line.times or _minute(line.times[0]) != _minute(at):
            line.times.insert(0, at)
    return [Day(on, list(lines.values())) for on, lines in days.items()]


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _line(look: Look) -> Line:
    return Line(
        look.who or _("Somebody with your link"),
        str(ROLES.get(look.role, look.role)),
        str(WHAT[look.what]),
    )
