"""A questionnaire: its questions, how it is scored, when it is asked, who owns it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tracker.clinical.proms.condition import (
    Answer,
    Combination,
    Condition,
    ShowIf,
)
from tracker.clinical.proms.instrument_checks import InstrumentError, check_items, text
from tracker.clinical.proms.item import KINDS, Item, Option
from tracker.clinical.proms.schedule import Schedule

__all__ = [
    "KINDS",
    "Answer",
    "Combination",
    "Condition",
    "Instrument",
    "InstrumentError",
    "Item",
    "Option",
    "ShowIf",
]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A version of a questionnaire; InstrumentError for one nobody could answer."""

    code: str
    version: str
    title: str
    intro: str
    items: tuple[Item, ...]
    scoring: str
    schedule: Schedule
    licence: str
    credit: str = ""
    language: str = "en"

    def __post_init__(self) -> None:
        """Refuse a questionnaire that nobody could answer."""
        for name in ("code", "version", "title", "scoring", "licence"):
            text(name, getattr(self, name))
        check_items(self.items)

    @property
    def questions(self) -> tuple[Item, ...]:
        """The items that take an answer, in order."""
        return tuple(item for item in self.items if item.is_question)

    def item(self, code: str) -> Item:
        """The item of a code; KeyError when there is none."""
        for item in self.items:
            if item.code == code:
                return item
        raise KeyError(code)

    def shown(self, answers: Mapping[str, Answer]) -> tuple[Item, ...]:
        """The items to show for these answers; answers to hidden ones do not count."""
        seen: dict[str, Answer] = {}
        shown = []
        for item in self.items:
            # An item may look at its own answer: once said, it does not hide itself.
            if item.code in answers:
                seen[item.code] = answers[item.code]
            if item.show_if is None or item.show_if.holds(seen):
                shown.append(item)
            else:
                seen.pop(item.code, None)
        return tuple(shown)

    def remembered(self, answers: Mapping[str, Answer]) -> dict[str, Answer]:
        """The answers that are kept for the next time."""
        return {
            item.code: answers[item.code]
            for item in self.items
            if item.remembered and item.code in answers
        }

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types that `from_json` turns back into an equal instrument."""
        data: dict[str, Any] = {name: getattr(self, name) for name in _PLAIN}
        data["items"] = [item.as_json() for item in self.items]
        data["schedule"] = self.schedule.as_json()
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Instrument":
        """An instrument that `as_json` stored, checked again."""
        known = {name: data[name] for name in _PLAIN if name in data}
        known["items"] = tuple(Item.from_json(row) for row in data["items"])
        known["schedule"] = Schedule.from_json(data["schedule"])
        return cls(**known)


_PLAIN = tuple(
    name
    for name in Instrument.__dataclass_fields__
    if name not in ("items", "schedule")
)
