"""A patient's history as a case file tells it, in the terms the rules read."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from tracker.clinical.profile import Profile
from tracker.clinical.trends import Entry

PROCEDURE = datetime(2026, 1, 1, 12, tzinfo=UTC)
"""When the procedure of every case took place.

A fixed moment, so that a replay gives the same answer on any machine and date.
"""

BETWEEN_ENTRIES = timedelta(microseconds=1)
"""Keeps the entries of a day in order, and those of two days 24 hours apart."""


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """One entry of a listed day; `answers` is None where nothing was answered."""

    day: int
    number: int
    answers: Entry | None
    hours: float | None = None
    corrects: int | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One patient. Entries are in order of day and number; at least one is there.

    `carries`: unlisted days were answered like the last listed day, else missed.
    `paused`: days on which the patient said beforehand that nothing would come.
    """

    id: str
    profile: Profile
    carries: bool
    entries: tuple[CaseEntry, ...]
    paused: frozenset[int] = frozenset()

    @property
    def days(self) -> range:
        """Every day of the replay."""
        return range(self.entries[0].day, self.entries[-1].day + 1)

    def listed(self) -> Mapping[int, tuple[Entry, ...]]:
        """What counts of each listed day, in order of time; empty on a missed day.

        A replaced entry is gone: no rule sees it, on that day or later.
        """
        by_day: dict[int, list[CaseEntry]] = {}
        for entry in self.entries:
            by_day.setdefault(entry.day, []).append(entry)
        return {day: _live(entries) for day, entries in by_day.items()}


def _live(entries: list[CaseEntry]) -> tuple[Entry, ...]:
    replaced = {entry.corrects for entry in entries}
    found: list[Entry] = []
    last = None
    for entry in entries:
        last = written_at(entry.day, hours=entry.hours, after=last)
        if entry.answers is not None and entry.number not in replaced:
            found.append(replace(entry.answers, recorded_at=last))
    return tuple(sorted(found, key=lambda answers: answers.recorded_at))


def written_at(
    day: int, *, hours: float | None = None, after: datetime | None = None
) -> datetime:
    """When an entry was written: at its hour, else at noon and `after` the last."""
    if hours is not None:
        return PROCEDURE + timedelta(hours=hours)
    noon = PROCEDURE + timedelta(days=day)
    return noon if after is None else max(noon, after + BETWEEN_ENTRIES)
