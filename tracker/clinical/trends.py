"""What a row of entries says: medians over days, the baseline, the lowest point.

Nothing missing is ever counted as zero. A day with several entries counts once, with
the median of its pain values, so that somebody who writes often weighs no more.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from math import inf
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from tracker.clinical.answers import Answers
from tracker.clinical.symptoms import CHANGES, Change

BASELINE_DAYS = range(-7, 0)
"""The week before the procedure."""

BASELINE_ENTRIES = 7
"""At most so many entries, the latest, make the baseline."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as the rules read it; None means not answered.

    The scores at the end come from questionnaires: PHQ-2 0 to 6, PHQ-4 0 to 12,
    Roland-Morris 0 to 24, PEG 0 to 10; `self_harm` is the question asked after them.
    """

    day: int
    recorded_at: datetime
    pain: int | None = None
    mobility: int | None = None
    walk_minutes: int | None = None
    temperature_c: float | None = None
    symptoms: Mapping[str, Change] | None = None
    medicine_helped: str | None = None
    trigger: str | None = None
    note: str = ""
    medicines_taken: tuple[str, ...] | None = None
    weight_kg: float | None = None
    weight_loss_planned: bool | None = None
    phq2_total: int | None = None
    phq4_total: int | None = None
    self_harm: bool | None = None
    rmdq_total: int | None = None
    peg_score: float | None = None

    @classmethod
    def of(cls, answers: Answers, *, day: int) -> "Entry":
        """The entry of a check-in on a day counted from the procedure."""
        return cls(
            day=day,
            recorded_at=answers.recorded_at,
            pain=answers.pain,
            mobility=answers.mobility,
            walk_minutes=answers.walk_minutes,
            temperature_c=answers.temperature_c,
            symptoms=None if answers.symptoms is None else dict(answers.symptoms),
            medicine_helped=answers.medicine_helped,
            trigger=answers.trigger,
            note=answers.note,
            medicines_taken=answers.medicines_taken,
            weight_kg=answers.weight_kg,
            weight_loss_planned=answers.weight_loss_planned,
        )

    @classmethod
    def from_json(cls, data: Mapping[str, Any], *, day: int) -> "Entry":
        """The entry of answers that `Answers.as_json` stored, read in one go.

        A course has up to a year of entries, and every check-in reads them all.
        """
        symptoms = data.get("symptoms")
        medicines = data.get("medicines_taken")
        return cls(
            day=day,
            recorded_at=datetime.fromisoformat(data["recorded_at"]),
            pain=data.get("pain"),
            mobility=data.get("mobility"),
            walk_minutes=data.get("walk_minutes"),
            temperature_c=data.get("temperature_c"),
            symptoms=None
            if symptoms is None
            else {item["code"]: CHANGES[item["change"]] for item in symptoms},
            medicine_helped=data.get("medicine_helped"),
            trigger=data.get("trigger"),
            note=data.get("note", ""),
            medicines_taken=None if medicines is None else tuple(medicines),
            weight_kg=data.get("weight_kg"),
            weight_loss_planned=data.get("weight_loss_planned"),
            phq2_total=data.get("phq2_total"),
            phq4_total=data.get("phq4_total"),
            self_harm=data.get("self_harm"),
            rmdq_total=data.get("rmdq_total"),
            peg_score=data.get("peg_score"),
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """A temperature and how long before the evaluated entry it was taken."""

    days_ago: int
    hours_ago: float
    celsius: float


@dataclass(frozen=True, slots=True)
class Series:
    """Everything derived from the entries up to and including the evaluated day."""

    entries: tuple[Entry, ...]
    day: int
    baseline: float | None
    daily_pain: Mapping[int, float]
    lowest_m3: float | None = field(repr=False)

    @classmethod
    def of(
        cls,
        entries: Iterable[Entry],
        *,
        day: int | None = None,
        intake_pain: float | None = None,
    ) -> "Series":
        """Sort the entries, keep those up to `day` (the last one's), derive once."""
        ordered = _in_order(entries)
        if day is None:
            day = ordered[-1].day if ordered else 0
        while ordered and ordered[-1].day > day:
            ordered.pop()
        pain = _daily(ordered, attrgetter("pain"))
        return cls(
            entries=tuple(ordered),
            day=day,
            baseline=_baseline(ordered, intake_pain),
            daily_pain=MappingProxyType(pain),
            lowest_m3=_lowest_m3(pain, before=day),
        )

    @property
    def m3(self) -> float | None:
        """Median pain of 3 calendar days ending today, from at least 2 of them."""
        return median_ending(self.daily_pain, self.day, 3)

    @property
    def m7(self) -> float | None:
        """Median pain of 7 calendar days ending today, from at least 3 of them."""
        return median_ending(self.daily_pain, self.day, 7)

    @property
    def previous_m3(self) -> float | None:
        """The 3-day median of three days ago, which shares no day with today's."""
        return median_ending(self.daily_pain, self.day - 3, 3)

    def last(self, days: int) -> Sequence[Entry]:
        """Entries of today and the `days` calendar days before it, oldest first."""
        start = bisect_left(self.entries, self.day - days, key=_DAY)
        return self.entries[start:]

    def readings(self, at: Entry) -> tuple[Reading, ...]:
        """Temperatures of the 72 hours before `at`, oldest first."""
        return tuple(
            Reading(at.day - e.day, hours_between(e, at), e.temperature_c)
            for e in self.last(3)
            if e.temperature_c is not None
        )


def median_ending(values: Mapping[int, float], day: int, days: int) -> float | None:
    """The median of the available days of a window that ends on `day`.

    Three days need 2 values, seven days need 3; with fewer there is no median.
    """
    found = [values[d] for d in range(day - days + 1, day + 1) if d in values]
    return median_of(found) if len(found) >= MINIMUM_DAYS[days] else None


MINIMUM_DAYS: Mapping[int, int] = MappingProxyType({3: 2, 7: 3})


def median_of(values: list[float]) -> float:
    """The median; the list is sorted by it."""
    # The standard library's median is three times slower on lists this short.
    values.sort()
    middle = len(values) // 2
    if len(values) % 2:
        return float(values[middle])
    return (values[middle - 1] + values[middle]) / 2


def hours_between(earlier: Entry, later: Entry) -> float:
    """Hours from one entry to the next.

    A late entry is recorded after the day it is about, so whole days between the two
    count even where the recording times lie close together.
    """
    recorded = (later.recorded_at - earlier.recorded_at).total_seconds() / 3600
    return max(round(recorded, 2), 24.0 * (later.day - earlier.day - 1), 0.0)


def daily_walk(entries: Iterable[Entry]) -> dict[int, float]:
    """The longest walk of each day, in minutes."""
    best: dict[int, float] = {}
    for entry in entries:
        if entry.walk_minutes is not None:
            best[entry.day] = max(entry.walk_minutes, best.get(entry.day, 0))
    return best


def of_baseline_week(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries of the week before the procedure.

    After a second procedure, a whole course lies before this week.
    """
    first = bisect_left(entries, BASELINE_DAYS.start, key=_DAY)
    end = bisect_left(entries, BASELINE_DAYS.stop, lo=first, key=_DAY)
    return entries[first:end]


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    """By `_moment`; where no twins differ in what they leave out, by a quicker key."""
    found = list(entries)
    try:
        return sorted(found, key=_QUICK_MOMENT)
    except TypeError:
        return sorted(found, key=_moment)


_DAY = attrgetter("day")
_VALUES = ("pain", "temperature_c", "weight_kg", "rmdq_total", "peg_score")
_values = attrgetter(*_VALUES)
_QUICK_MOMENT = attrgetter("day", "recorded_at", *_VALUES)


def _moment(entry: Entry) -> tuple[int | datetime | float, ...]:
    """When it was, and for the same instant the lower values first.

    Without the values, the order of arrival would decide between twins.
    """
    values = (-1 if value is None else value for value in _values(entry))
    return entry.day, entry.recorded_at, *values


def _daily(
    entries: Iterable[Entry], answer: Callable[[Entry], float | None]
) -> dict[int, float]:
    values: dict[int, float] = {}
    several: dict[int, list[float]] = {}
    for entry in entries:
        value = answer(entry)
        if value is None:
            continue
        day = entry.day
        if day in values:
            several.setdefault(day, [values[day]]).append(value)
        else:
            values[day] = float(value)
    values.update((day, median_of(found)) for day, found in several.items())
    return values


def _baseline(entries: Sequence[Entry], intake_pain: float | None) -> float | None:
    week = of_baseline_week(entries)
    before: list[float] = [e.pain for e in week if e.pain is not None]
    return median_of(before[-BASELINE_ENTRIES:]) if before else intake_pain


def _lowest_m3(pain: Mapping[int, float], *, before: int) -> float | None:
    """The lowest 3-day median from the procedure until the day before.

    It slides by a day at a time: a year has hundreds of medians, and this is most of
    what reading a course costs.
    """
    first = min((d for d in pain if d >= 0), default=before)
    lowest = inf
    one, two = pain.get(first - 2), pain.get(first - 1)
    for day in range(first, before):
        three = pain.get(day)
        # Two of three that are no lower: the median is no lower either.
        if not (two is not None is not three and two >= lowest <= three):
            m3 = _middle(one, two, three)
            if m3 is not None and m3 < lowest:
                lowest = m3
        one, two = two, three
    return None if lowest == inf else lowest


def _middle(a: float | None, b: float | None, c: float | None) -> float | None:
    """The median of three days of which two are enough."""
    if a is None or b is None or c is None:
        found = [value for value in (a, b, c) if value is not None]
        return sum(found) / 2 if len(found) == MINIMUM_DAYS[3] else None
    if a > b:
        a, b = b, a
    if c < a:
        return a
    return min(b, c)
