"""The one reader of an answered questionnaire: the API and the form pass here.

An answer to a question that the other answers hide is dropped, not refused: a form
without JavaScript posts what was typed before the question became hidden.
"""

from collections.abc import Mapping
from datetime import date

from tracker.clinical.answer_reader import AnswerReader, FieldError, InvalidAnswers
from tracker.clinical.proms.instrument import Answer, Instrument, Item

__all__ = ["FieldError", "InvalidAnswers", "read_response"]

LONGEST_TEXT = 4000
LARGEST = 1e12
"""Beyond this a number is a slip, and would not survive every format."""


def read_response(
    instrument: Instrument,
    raw: Mapping[str, object],
    *,
    partial: bool,
    remembered: Mapping[str, Answer] | None = None,
) -> dict[str, Answer]:
    """The answers in untrusted data, in the order of the questions.

    `partial` keeps a paused questionnaire: nothing is required yet. `remembered` are
    earlier answers to items that are asked for once; they stand whatever `raw` says.
    Raises InvalidAnswers with every fault.
    """
    if not isinstance(raw, Mapping):
        fault = FieldError("answers", "wrong_type", "Answers are a set of fields.")
        raise InvalidAnswers((fault,))
    kept = instrument.remembered(remembered or {})
    reader = AnswerReader({**raw, **kept})
    questions = {item.code: item for item in instrument.questions}
    found = {code: _read(reader, item) for code, item in questions.items()}
    for name in raw:
        if name not in questions:
            reader.refuse(str(name), "unknown_field", "This question is not known.")
    given = {code: value for code, value in found.items() if value is not None}
    shown = [item for item in instrument.shown(given) if item.is_question]
    if not partial:
        _check_complete(reader, shown, given)
    if reader.errors:
        raise InvalidAnswers(tuple(reader.errors))
    return {item.code: given[item.code] for item in shown if item.code in given}


def _check_complete(
    reader: AnswerReader, shown: list[Item], given: Mapping[str, Answer]
) -> None:
    faulty = {error.field for error in reader.errors}
    for item in shown:
        if item.required and item.code not in given and item.code not in faulty:
            reader.refuse(item.code, "required", "Please answer this question.")
    if not reader.errors and not any(item.code in given for item in shown):
        reader.refuse("answers", "empty", "Please answer at least one question.")


def _read(reader: AnswerReader, item: Item) -> Answer | None:
    if item.kind in ("tick", "yes_no"):
        return reader.yes_or_no(item.code, "The answer")
    if item.kind == "text":
        return _text(reader, item)
    if item.kind == "choice":
        return _choice(reader, item)
    if item.kind == "choices":
        return _choices(reader, item)
    return _number(reader, item)


def _text(reader: AnswerReader, item: Item) -> str | None:
    written = reader.text(item.code, LONGEST_TEXT, "The answer").strip()
    if written and item.is_date and not _is_date(written):
        reader.refuse(
            item.code, "wrong_date", "The answer is a day, written like 2026-03-31."
        )
        return None
    return written or None


def _is_date(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def _choice(reader: AnswerReader, item: Item) -> int | None:
    value = reader.raw.get(item.code)
    if value is None:
        return None
    known = [option.value for option in item.options]
    if type(value) is int and value in known:
        return value
    kind = "unknown_code" if type(value) is int else "wrong_type"
    reader.refuse(item.code, kind, f"The answer is one of {_listed(known)}.")
    return None


def _choices(reader: AnswerReader, item: Item) -> list[int] | None:
    """What is ticked, in the order of the options. Nothing ticked is no answer."""
    ticked = reader.raw.get(item.code)
    if ticked is None:
        return None
    known = [option.value for option in item.options]
    numbers = ticked if isinstance(ticked, list) else [None]
    if all(type(number) is int and number in known for number in numbers):
        return [value for value in known if value in numbers] or None
    kind = (
        "unknown_code"
        if all(type(number) is int for number in numbers)
        else "wrong_type"
    )
    reader.refuse(item.code, kind, f"The answer is a list out of {_listed(known)}.")
    return None


def _listed(values: list[int]) -> str:
    return ", ".join(str(value) for value in values)


def _number(reader: AnswerReader, item: Item) -> int | float | None:
    value = reader.raw.get(item.code)
    if value is None:
        return None
    whole = item.whole or item.kind == "scale"
    accepted = f"The answer is {_range(item, whole=whole)}."
    if type(value) is int or (type(value) is float and not whole):
        if _within(item, value):
            return value
        reader.refuse(item.code, "out_of_range", accepted)
    else:
        reader.refuse(item.code, "wrong_type", accepted)
    return None


def _within(item: Item, value: float) -> bool:
    lowest = -LARGEST if item.lowest is None else item.lowest
    highest = LARGEST if item.highest is None else item.highest
    return lowest <= value <= highest  # also refuses "not a number"


def _range(item: Item, *, whole: bool) -> str:
    number = "a whole number" if whole else "a number"
    if item.lowest is not None and item.highest is not None:
        return f"{number} from {item.lowest:g} to {item.highest:g}"
    if item.lowest is not None:
        return f"{number}, {item.lowest:g} or more"
    if item.highest is not None:
        return f"{number}, {item.highest:g} or less"
    return number
