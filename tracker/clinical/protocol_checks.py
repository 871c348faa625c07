"""What makes a plan one that can be followed; the first fault is raised."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import TypeVar

from tracker.clinical.protocol_parts import (
    AFTER,
    BEFORE,
    CADENCES,
    EVIDENCE,
    LAST_DAY,
    Instruction,
    Milestone,
    Phase,
    ProtocolError,
)

Record = TypeVar("Record", Phase, Milestone, Instruction)

_DAYS = frozenset({"first_day", "last_day"})


def records(
    kind: type[Record], name: str, data: Mapping[str, object]
) -> tuple[Record, ...]:
    """The rows of one kind out of stored or edited data."""
    rows = data.get(name)
    if not isinstance(rows, list):
        raise ProtocolError(name, f"The {name} are a list.")
    return tuple(_record(kind, f"{name}[{i}]", row) for i, row in enumerate(rows))


def _record(kind: type[Record], path: str, row: object) -> Record:
    names = [field.name for field in fields(kind)]
    if not isinstance(row, Mapping) or set(row) != set(names):
        raise ProtocolError(path, f"It has exactly these fields: {', '.join(names)}.")
    for name in names:
        if name in _DAYS:
            if type(row[name]) is not int:
                raise ProtocolError(f"{path}.{name}", "A day is a whole number.")
        elif not (name == "evidence" and row[name] is None):
            text(f"{path}.{name}", row[name])
    return kind(**row)


def text(path: str, value: object) -> str:
    """A text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise ProtocolError(path, "It is text and not empty.")
    return value


def check_phases(phases: Sequence[Phase]) -> None:
    """Phases follow each other from day 0 without a gap, to day 365 at most."""
    if not phases:
        raise ProtocolError("phases", "A protocol has at least one phase.")
    _check_codes("phases", [phase.code for phase in phases])
    expected = 0
    for index, phase in enumerate(phases):
        path = f"phases[{index}]"
        if phase.first_day != expected:
            raise ProtocolError(
                f"{path}.first_day",
                f"This phase starts on day {expected}, without gap.",
            )
        _check_window(path, phase)
        if phase.cadence not in CADENCES:
            raise ProtocolError(
                f"{path}.cadence", f"A cadence is one of: {', '.join(CADENCES)}."
            )
        expected = phase.last_day + 1


def check_milestones(milestones: Sequence[Milestone]) -> None:
    """Windows lie inside the year; what data shows has a test of its own."""
    _check_codes("milestones", [milestone.code for milestone in milestones])
    for index, milestone in enumerate(milestones):
        path = f"milestones[{index}]"
        _check_window(path, milestone)
        if milestone.source not in ("patient", "data"):
            raise ProtocolError(f"{path}.source", "The source is patient or data.")
        known = milestone.evidence in EVIDENCE
        if known != (milestone.source == "data"):
            raise ProtocolError(
                f"{path}.evidence",
                f"Only data has evidence, one of: {', '.join(EVIDENCE)}.",
            )


def check_instructions(
    instructions: Sequence[Instruction], phases: Sequence[Phase]
) -> None:
    """Each instruction belongs to a phase."""
    _check_codes("instructions", [instruction.code for instruction in instructions])
    known = {phase.code for phase in (BEFORE, *phases, AFTER)}
    for index, instruction in enumerate(instructions):
        if instruction.phase not in known:
            raise ProtocolError(
                f"instructions[{index}].phase", "The phase is one of this protocol."
            )


def _check_window(path: str, window: Phase | Milestone) -> None:
    if not 0 <= window.first_day <= LAST_DAY:
        raise ProtocolError(
            f"{path}.first_day", f"A day lies between 0 and {LAST_DAY}."
        )
    if not window.first_day <= window.last_day <= LAST_DAY:
        raise ProtocolError(
            f"{path}.last_day",
            f"The last day lies between the first day and {LAST_DAY}.",
        )


def _check_codes(name: str, codes: Sequence[str]) -> None:
    for index, code in enumerate(codes):
        if code in codes[:index]:
            raise ProtocolError(f"{name}[{index}].code", "Each code is used once.")
