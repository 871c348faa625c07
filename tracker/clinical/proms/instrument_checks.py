"""What makes a questionnaire one that can be answered; the first fault is raised."""

from collections.abc import Sequence

from tracker.clinical.field_error import FieldError
from tracker.clinical.proms.condition import (
    BEHAVIORS,
    OPERATORS,
    Combination,
    ShowIf,
)
from tracker.clinical.proms.item import KINDS, Item

MOST_ITEMS = 500


class InstrumentError(FieldError):
    """A questionnaire that nobody could answer."""


def text(path: str, value: object) -> None:
    """Refuse what is not a text, or empty."""
    if not isinstance(value, str) or not value.strip():
        raise InstrumentError(path, "It is text and not empty.")


def check_items(items: Sequence[Item]) -> None:
    """Items have codes of their own and depend only on what comes before them."""
    if not any(item.is_question for item in items):
        raise InstrumentError("items", "A questionnaire asks at least one question.")
    if len(items) > MOST_ITEMS:
        raise InstrumentError(
            "items", f"A questionnaire has at most {MOST_ITEMS} items."
        )
    codes: set[str] = set()
    questions: set[str] = set()
    for index, item in enumerate(items):
        path = f"items[{index}]"
        text(f"{path}.code", item.code)
        text(f"{path}.text", item.text)
        if item.code in codes:
            raise InstrumentError(f"{path}.code", f'"{item.code}" is there twice.')
        _check_kind(path, item)
        codes.add(item.code)
        if item.is_question:
            questions.add(item.code)
        if item.show_if is not None:
            _check_condition(f"{path}.show_if", item.show_if, questions)


def _check_kind(path: str, item: Item) -> None:
    if item.kind not in KINDS:
        raise InstrumentError(f"{path}.kind", f"A kind is one of {', '.join(KINDS)}.")
    if item.kind in ("choice", "choices"):
        values = [option.value for option in item.options]
        if len(values) < 2 or len(set(values)) < len(values):
            raise InstrumentError(
                f"{path}.options", "A choice has two options or more, of unlike value."
            )
    if item.kind == "scale" and not (
        type(item.lowest) is int and type(item.highest) is int
    ):
        raise InstrumentError(
            f"{path}.lowest", "A scale goes from one whole number to another."
        )
    if (
        item.lowest is not None
        and item.highest is not None
        and not item.lowest < item.highest
    ):
        raise InstrumentError(
            f"{path}.highest", "The highest number is above the lowest."
        )


def _check_condition(path: str, condition: ShowIf, above: set[str]) -> None:
    if isinstance(condition, Combination):
        if condition.behavior not in BEHAVIORS or not condition.conditions:
            raise InstrumentError(path, "Conditions are joined by any or all.")
        for part in condition.conditions:
            _check_condition(path, part, above)
        return
    if condition.operator not in OPERATORS:
        raise InstrumentError(path, f"An operator is one of {', '.join(OPERATORS)}.")
    for code in condition.codes:
        if code not in above:
            raise InstrumentError(
                path, f'It depends on "{code}", which is not a question above it.'
            )
