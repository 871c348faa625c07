"""One question of a questionnaire, or a text between questions."""

from dataclasses import dataclass
from typing import Any

from tracker.clinical.proms.condition import ShowIf, condition_from_json

KINDS = (
    "scale",
    "choice",
    "choices",
    "tick",
    "number",
    "text",
    "yes_no",
    "display",
)
"""scale: one whole number, shown as buttons; choice: one option; choices: each option
may be ticked; tick: true or not ticked; number: typed in; yes_no: both can be said;
display: only to read."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose. The value is stored and counted; the code is FHIR's."""

    value: int
    label: str
    code: str = ""
    system: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A question. `show_if` hides it until the answers above it ask for it.

    A number with `whole` takes no fraction. A text with `is_date` is YYYY-MM-DD. The
    answer to a `remembered` item is asked for once and shown from then on.
    """

    code: str
    text: str
    kind: str
    options: tuple[Option, ...] = ()
    lowest: float | None = None
    highest: float | None = None
    low_label: str = ""
    high_label: str = ""
    required: bool = False
    help: str = ""
    show_if: ShowIf | None = None
    whole: bool = False
    is_date: bool = False
    remembered: bool = False

    @property
    def is_question(self) -> bool:
        """Whether it takes an answer."""
        return self.kind != "display"

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types that `from_json` turns back into an equal item."""
        data = {name: getattr(self, name) for name in _PLAIN}
        data["options"] = [
            {name: getattr(option, name) for name in _OPTION} for option in self.options
        ]
        data["show_if"] = None if self.show_if is None else self.show_if.as_json()
        return data

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Item":
        """An item that `as_json` stored."""
        known = {name: data[name] for name in _PLAIN if name in data}
        known["options"] = tuple(Option(**row) for row in data.get("options", ()))
        if data.get("show_if") is not None:
            known["show_if"] = condition_from_json(data["show_if"])
        return cls(**known)


_PLAIN = tuple(
    name for name in Item.__dataclass_fields__ if name not in ("options", "show_if")
)
_OPTION = tuple(Option.__dataclass_fields__)
