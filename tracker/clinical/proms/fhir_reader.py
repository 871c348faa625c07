"""Takes typed values out of an untrusted FHIR resource; the first fault is raised."""

from collections.abc import Mapping
from math import isfinite
from typing import Any

from tracker.clinical.field_error import FieldError

DEEPEST = 60
"""Objects and lists inside each other, in all of the file."""

MOST_VALUES = 50_000
LONGEST_TEXT = 4000
LARGEST = 1e12


class InvalidQuestionnaire(FieldError):
    """A FHIR Questionnaire that cannot be taken."""


class Element:
    """An object of the resource that knows its path."""

    __slots__ = ("data", "path")

    def __init__(self, data: object, path: str = "") -> None:
        """Refuse what is not an object, or changes its meaning in a way unknown."""
        if not isinstance(data, Mapping):
            raise InvalidQuestionnaire(
                path or "resource", "It is an object with named fields."
            )
        self.data: Mapping[str, Any] = data
        self.path = path
        if "modifierExtension" in data:
            raise InvalidQuestionnaire(
                self.at("modifierExtension"),
                "It may change the meaning of the question, so it is not accepted.",
            )

    def at(self, name: str) -> str:
        """The path of a field."""
        return f"{self.path}.{name}" if self.path else name

    def text(self, name: str, longest: int = LONGEST_TEXT) -> str:
        """A text without space around it; nothing at all reads as the empty text."""
        value = self.data.get(name, "")
        if not isinstance(value, str):
            raise InvalidQuestionnaire(self.at(name), "It is text.")
        value = value.strip()
        if len(value) > longest:
            raise InvalidQuestionnaire(
                self.at(name), f"It is text of at most {longest} characters."
            )
        return value

    def flag(self, name: str) -> bool:
        """True or false, and false when it is not there."""
        value = self.data.get(name, False)
        if not isinstance(value, bool):
            raise InvalidQuestionnaire(self.at(name), "It is true or false.")
        return value

    def number(self, name: str) -> float | None:
        """A number, or None when it is not there."""
        value = self.data.get(name)
        if value is None:
            return None
        if type(value) is not int and type(value) is not float:
            raise InvalidQuestionnaire(self.at(name), "It is a number.")
        if abs(value) > LARGEST:
            raise InvalidQuestionnaire(self.at(name), "The number is too large.")
        return value

    def elements(self, name: str) -> list["Element"]:
        """A list of objects, empty when it is not there."""
        value = self.data.get(name, [])
        if not isinstance(value, list):
            raise InvalidQuestionnaire(self.at(name), "It is a list.")
        return [
            Element(row, f"{self.at(name)}[{index}]") for index, row in enumerate(value)
        ]

    def element(self, name: str) -> "Element | None":
        """An object, or None when it is not there."""
        return Element(self.data[name], self.at(name)) if name in self.data else None

    def value_name(self, prefix: str) -> str:
        """The name of the one field of a choice of types, like valueCoding."""
        names = [name for name in self.data if name.startswith(prefix)]
        if len(names) != 1:
            raise InvalidQuestionnaire(self.path, f"It has exactly one {prefix}.")
        return names[0]

    def extension(self, *urls: str) -> "Element | None":
        """The first extension with one of these addresses."""
        for row in self.elements("extension"):
            if row.text("url") in urls:
                return row
        return None


def check_storable(resource: object) -> None:
    """Refuse a file that is too large, too deep, or cannot be kept as it is."""
    waiting, seen = [(resource, 0)], 0
    while waiting:
        value, depth = waiting.pop()
        seen += 1
        if seen > MOST_VALUES or depth > DEEPEST:
            raise InvalidQuestionnaire(
                "resource",
                f"A questionnaire has at most {MOST_VALUES} values, "
                f"nested at most {DEEPEST} deep.",
            )
        if isinstance(value, Mapping):
            waiting += [(part, depth + 1) for pair in value.items() for part in pair]
        elif isinstance(value, list):
            waiting += [(part, depth + 1) for part in value]
        elif not _storable(value):
            raise InvalidQuestionnaire(
                "resource", "It holds a character or number that cannot be kept."
            )


def _storable(value: object) -> bool:
    # PostgreSQL refuses NUL, half of a surrogate pair, and what is not a number.
    if isinstance(value, str):
        return "\x00" not in value and not any("\ud800" <= c <= "\udfff" for c in value)
    return not isinstance(value, float) or isfinite(value)
