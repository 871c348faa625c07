"""When a questionnaire is asked for: occasions in days counted from the procedure.

An occasion is a window, not a due date. Windows never overlap, so a day of an answer
belongs to one occasion at most.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tracker.clinical.field_error import FieldError

EARLIEST, LATEST = -365, 3650
"""No questionnaire is planned outside these days."""

MOST_OCCASIONS = 400
"""Daily for a year, with room."""


class ScheduleError(FieldError):
    """A schedule that could not be followed."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time to answer: its name day, and the window with both ends included."""

    day: int
    first_day: int
    last_day: int

    def holds(self, day: int) -> bool:
        """Whether the window is open on a day."""
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True, slots=True)
class Schedule:
    """Named days with a window around each, and a stretch that repeats.

    `before` and `after` are days of the window, one number for all named days or one
    for each. A repeated occasion stays open until the next; `every` 0 means none. A
    schedule without either is for a questionnaire that is only given by hand.
    """

    days: tuple[int, ...] = ()
    before: int | tuple[int, ...] = 0
    after: int | tuple[int, ...] = 0
    every: int = 0
    every_from: int = 0
    every_until: int = -1

    def __post_init__(self) -> None:
        """Refuse a schedule that could not be followed."""
        _check_days(self)
        _check_repeat(self)
        if len(self.days) + len(_repeated_days(self)) > MOST_OCCASIONS:
            raise ScheduleError(
                "every", f"A questionnaire is asked for at most {MOST_OCCASIONS} times."
            )

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types that `from_json` turns back into an equal schedule."""
        return {
            "days": list(self.days),
            "before": _listed(self.before),
            "after": _listed(self.after),
            "every": self.every,
            "every_from": self.every_from,
            "every_until": self.every_until,
        }

    @classmethod
    def from_json(cls, data: object) -> "Schedule":
        """A stored or edited schedule, checked again."""
        if not isinstance(data, Mapping):
            raise ScheduleError("schedule", "A schedule is a set of named fields.")
        unknown = sorted(str(name) for name in data if name not in _FIELDS)
        if unknown:
            raise ScheduleError(unknown[0], "This field is not known.")
        fields = {name: data[name] for name in _FIELDS if name in data}
        for name, value in fields.items():
            if isinstance(value, list):
                fields[name] = tuple(value)
        return cls(**fields)


_FIELDS = tuple(Schedule.__dataclass_fields__)


def occasions(schedule: Schedule) -> tuple[Occasion, ...]:
    """Every occasion, in order of time.

    A repeated one gives way where it would meet the window of a named day.
    """
    named = _named(schedule)
    repeated = [
        occasion
        for occasion in _repeated(schedule)
        if not any(_meet(occasion, other) for other in named)
    ]
    return tuple(sorted((*named, *repeated), key=lambda found: found.day))


def due_on(
    schedule: Schedule, day: int, answered_days: Collection[int] = ()
) -> Occasion | None:
    """The occasion open on a day and not answered yet.

    `answered_days` are the days on which the questionnaire was answered.
    """
    for occasion in occasions(schedule):
        if occasion.holds(day):
            answered = any(occasion.holds(answered) for answered in answered_days)
            return None if answered else occasion
    return None


def _named(schedule: Schedule) -> list[Occasion]:
    before = _each(schedule.before, len(schedule.days))
    after = _each(schedule.after, len(schedule.days))
    return [
        Occasion(day, day - early, day + late)
        for day, early, late in zip(schedule.days, before, after, strict=True)
    ]


def _repeated(schedule: Schedule) -> list[Occasion]:
    return [
        Occasion(day, day, day + schedule.every - 1) for day in _repeated_days(schedule)
    ]


def _repeated_days(schedule: Schedule) -> range:
    if not schedule.every:
        return range(0)
    return range(schedule.every_from, schedule.every_until + 1, schedule.every)


def _meet(one: Occasion, other: Occasion) -> bool:
    return one.first_day <= other.last_day and other.first_day <= one.last_day


def _each(margin: int | tuple[int, ...], count: int) -> tuple[int, ...]:
    return margin if isinstance(margin, tuple) else (margin,) * count


def _listed(margin: int | tuple[int, ...]) -> int | list[int]:
    return list(margin) if isinstance(margin, tuple) else margin


def _check_days(schedule: Schedule) -> None:
    if not isinstance(schedule.days, tuple) or not all(map(_is_day, schedule.days)):
        raise ScheduleError(
            "days", f"The days are whole numbers from {EARLIEST} to {LATEST}."
        )
    for name, margin in (("before", schedule.before), ("after", schedule.after)):
        each = _each(margin, len(schedule.days))
        if len(each) != len(schedule.days):
            raise ScheduleError(name, "It has one number for each of the days.")
        if not all(_is_day(days) and days >= 0 for days in (*each, *_alone(margin))):
            raise ScheduleError(name, "A margin is a whole number of days, 0 or more.")
    named = _named(schedule)
    for one, other in pairwise(named):
        if other.first_day <= one.last_day:
            raise ScheduleError(
                "days", "The days are in order, and their windows do not overlap."
            )


def _alone(margin: int | tuple[int, ...]) -> tuple[int, ...]:
    return () if isinstance(margin, tuple) else (margin,)


def _check_repeat(schedule: Schedule) -> None:
    for name in ("every", "every_from", "every_until"):
        if not _is_day(getattr(schedule, name)):
            raise ScheduleError(
                name, f"It is a whole number of days from {EARLIEST} to {LATEST}."
            )
    if schedule.every < 0:
        raise ScheduleError("every", "It repeats every 1 day or more, or 0 for never.")
    if schedule.every and schedule.every_until < schedule.every_from:
        raise ScheduleError("every_until", "The last day is not before the first day.")


def _is_day(value: object) -> bool:
    return type(value) is int and EARLIEST <= value <= LATEST
