"""Reads single answers of an entry and collects every fault on the way."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldError:
    """One wrong field: where, a stable code for programs, a sentence for people."""

    field: str
    code: str
    message: str


class InvalidAnswers(Exception):
    """An entry we cannot take, with all of its faults at once."""

    def __init__(self, errors: tuple[FieldError, ...]) -> None:
        """Keep the faults in the order of the fields."""
        super().__init__("; ".join(f"{e.field}: {e.message}" for e in errors))
        self.errors = errors


class AnswerReader:
    """Takes typed answers out of untrusted data; a faulty answer reads as None."""

    __slots__ = ("errors", "raw")

    def __init__(self, raw: Mapping[str, object]) -> None:
        """Read from `raw`, which may hold anything that JSON can."""
        self.raw = raw
        self.errors: list[FieldError] = []

    def refuse(self, field: str, code: str, message: str) -> None:
        """Note a fault."""
        self.errors.append(FieldError(field, code, message))

    def whole(self, field: str, low: int, high: int, name: str) -> int | None:
        """A whole number within bounds; 5.0, "5" and true are not whole numbers."""
        value = self.raw.get(field)
        if value is None:
            return None
        accepted = f"{name} is a whole number from {low} to {high}."
        if type(value) is not int:
            self.refuse(field, "wrong_type", accepted)
        elif not low <= value <= high:
            self.refuse(field, "out_of_range", accepted)
        else:
            return value
        return None

    def number(self, field: str, low: int, high: int, name: str) -> float | None:
        """A number within bounds, with or without a fraction."""
        value = self.raw.get(field)
        if value is None:
            return None
        accepted = f"{name} is a number from {low} to {high}."
        if type(value) is not int and type(value) is not float:
            self.refuse(field, "wrong_type", accepted)
        elif not low <= value <= high:  # also refuses "not a number"
            self.refuse(field, "out_of_range", accepted)
        else:
            return float(value)
        return None

    def yes_or_no(self, field: str, name: str) -> bool | None:
        """True or false."""
        value = self.raw.get(field)
        if value is None or isinstance(value, bool):
            return value
        self.refuse(field, "wrong_type", f"{name} is true or false.")
        return None

    def choice(self, field: str, known: Collection[str], name: str) -> str | None:
        """One code out of a known list."""
        value = self.raw.get(field)
        if value is None:
            return None
        return self.code(field, value, known, name)

    def code(
        self, field: str, value: object, known: Collection[str], name: str
    ) -> str | None:
        """A code that was found somewhere inside the field."""
        if not isinstance(value, str):
            self.refuse(field, "wrong_type", f"{name} is a code in text.")
        elif value not in known:
            self.refuse(field, "unknown_code", f"{name} is not a code that we know.")
        else:
            return value
        return None

    def text(self, field: str, longest: int, name: str) -> str:
        """Text that can be stored; nothing at all reads as the empty text."""
        value = self.raw.get(field)
        if value is None:
            return ""
        accepted = f"{name} is text of at most {longest} characters."
        if not isinstance(value, str):
            self.refuse(field, "wrong_type", accepted)
        elif len(value) > longest:
            self.refuse(field, "too_long", accepted)
        elif not _storable(value):
            self.refuse(
                field, "unreadable", f"{name} holds a character that cannot be kept."
            )
        else:
            return value
        return ""

    def items(self, field: str, longest: int, name: str) -> list[object] | None:
        """A list of bounded length, its items still unread."""
        value = self.raw.get(field)
        if value is None:
            return None
        accepted = f"{name} is a list of at most {longest} items."
        if not isinstance(value, list | tuple):
            self.refuse(field, "wrong_type", accepted)
        elif len(value) > longest:
            self.refuse(field, "too_long", accepted)
        else:
            return list(value)
        return None


def _storable(text: str) -> bool:
    # PostgreSQL refuses NUL, and half of a surrogate pair is not UTF-8.
    if text.isascii():
        return "\x00" not in text
    return "\x00" not in text and not any("\ud800" <= c <= "\udfff" for c in text)
