"""Reads the thresholds somebody typed: what is moved, and every fault at once."""

import re
from collections.abc import Mapping

from tracker.clinical.triage.parameters import THRESHOLDS, ParameterError
from tracker.clinical.triage.rulesets import RuleSet
from tracker.clinical.triage.threshold_words import THRESHOLD_WORDS

NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,4})?")


class InvalidMoves(ValueError):
    """Some thresholds cannot be moved so; `errors` name each and what it accepts."""

    def __init__(self, errors: list[ParameterError]) -> None:
        """Keep the faults in the order they were typed."""
        super().__init__(" ".join(str(error) for error in errors))
        self.errors = errors


def read_moves(typed: Mapping[str, object], ruleset: RuleSet) -> dict[str, float]:
    """The thresholds that differ from the rule set as released, by name.

    Numbers may be typed with a point or a comma; an empty field keeps the released
    value. Raises InvalidMoves.
    """
    moves: dict[str, float] = {}
    errors: list[ParameterError] = []
    for name, text in typed.items():
        try:
            value = _value(name, text, ruleset)
        except ParameterError as error:
            errors.append(error)
            continue
        if value is not None and value != getattr(ruleset.parameters, name):
            moves[name] = value
    if errors:
        raise InvalidMoves(errors)
    return moves


def _value(name: str, typed: object, ruleset: RuleSet) -> float | None:
    if name not in THRESHOLDS:
        raise ParameterError(name, f"There is no threshold {name[:60]}.")
    text = str(typed).strip()
    if not text:
        return None
    if not NUMBER.fullmatch(text):
        raise ParameterError(name, f"{_accepted(name)} You wrote “{text[:20]}”.")
    value = float(text.replace(",", "."))
    if isinstance(getattr(ruleset.parameters, name), int):
        if not value.is_integer():
            raise ParameterError(name, f"{_label(name)} is a whole number.")
        value = int(value)
    try:
        ruleset.parameters.moved(**{name: value})
    except ParameterError:
        raise ParameterError(name, f"{_accepted(name)} {text} lies outside.") from None
    return value


def _accepted(name: str) -> str:
    low, high, _ = THRESHOLDS[name]
    return f"{_label(name)} is a number from {low:g} to {high:g}."


def _label(name: str) -> str:
    return f"“{THRESHOLD_WORDS[name][0]}” ({name})"
