"""What a case file needs beyond the fields of a live entry, and its faults."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from tracker.clinical.answer_reader import AnswerReader, FieldError

MOST_ITEMS = 10_000
"""The longest list of a case: ten years with two or three entries each day."""


@dataclass(frozen=True, slots=True)
class CaseError:
    """One wrong field: in which case, where in it, and what is accepted."""

    case_id: str
    path: str
    reason: str

    def __str__(self) -> str:
        """As one line for a person."""
        return f"{self.case_id}: {self.path}: {self.reason}"


class InvalidCases(Exception):
    """A case file we cannot take, with all of its faults at once."""

    def __init__(self, errors: tuple[CaseError, ...]) -> None:
        """Keep the faults in the order of the file."""
        super().__init__("\n".join(str(error) for error in errors))
        self.errors = errors


class CaseReader(AnswerReader):
    """An AnswerReader for a part of a case, which knows where it stands."""

    __slots__ = ("path",)

    def __init__(self, raw: Mapping[str, object], path: str = "") -> None:
        """Read from `raw`, the part of the case at `path`."""
        super().__init__(raw)
        self.path = path

    def refuse(self, field: str, code: str, message: str) -> None:
        """Note a fault under its path in the case."""
        path = f"{self.path}.{field}" if self.path else field
        super().refuse(path, code, message)

    def refuse_others(self, known: Collection[str]) -> None:
        """A misspelt field would be an answer that nobody reads."""
        for name in self.raw:
            if name not in known:
                self.refuse(name, "unknown_field", "This field is not known.")

    def take(self, errors: Iterable[FieldError]) -> None:
        """Note faults that another reader found in this part."""
        for error in errors:
            self.refuse(error.field, error.code, error.message)

    def required(self, field: str) -> bool:
        """Whether the field is there; notes a fault where it is not."""
        if self.raw.get(field) is not None:
            return True
        self.refuse(field, "required", "This field is required.")
        return False

    def codes(self, field: str, known: Collection[str], name: str) -> frozenset[str]:
        """A list of codes; left out it is empty."""
        items = self.items(field, MOST_ITEMS, f"{name} list") or []
        found = (
            self.code(f"{field}[{index}]", item, known, name)
            for index, item in enumerate(items)
        )
        return frozenset(code for code in found if code is not None)

    def parts(self, field: str) -> Iterator["CaseReader"]:
        """A reader for each item of a list of objects."""
        for index, item in enumerate(self.items(field, MOST_ITEMS, "This") or []):
            path = f"{field}[{index}]"
            if isinstance(item, Mapping):
                prefix = f"{self.path}.{path}" if self.path else path
                yield CaseReader(cast("Mapping[str, object]", item), prefix)
            else:
                self.refuse(path, "wrong_type", "This is a set of named fields.")

    def yes_or_no(self, field: str, name: str) -> bool | None:
        """The word yes or no."""
        value = self.raw.get(field)
        if value is None:
            return None
        if value in ("yes", "no"):
            return value == "yes"
        self.refuse(field, "wrong_type", f"{name} is yes or no.")
        return None
