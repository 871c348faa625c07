"""Which questionnaires a plan asks for, and when.

The schedule stands in the plan itself: who is in care keeps the days they began with,
whatever becomes of the questionnaire later.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.clinical.proms.definitions import OWN_INSTRUMENTS
from tracker.clinical.proms.schedule import Schedule, ScheduleError
from tracker.clinical.protocol_checks import text
from tracker.clinical.protocol_parts import ProtocolError


@dataclass(frozen=True, slots=True)
class AssignedInstrument:
    """A questionnaire by its code, with the days of this plan."""

    code: str
    schedule: Schedule

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types that `assigned` turns back into an equal assignment."""
        return {"code": self.code, "schedule": self.schedule.as_json()}


DEFAULT_INSTRUMENTS = tuple(
    AssignedInstrument(code, OWN_INSTRUMENTS[code].schedule)
    for code in ("weekly_impact", "mood_screen", "global_change", "psfs")
)
"""What a plan asks for that says nothing about questionnaires."""


def assigned(data: Mapping[str, object]) -> tuple[AssignedInstrument, ...]:
    """The assignments out of stored or edited data."""
    rows = data.get("instruments")
    if rows is None:
        return DEFAULT_INSTRUMENTS
    if not isinstance(rows, list):
        raise ProtocolError("instruments", "The instruments are a list.")
    return tuple(_one(f"instruments[{i}]", row) for i, row in enumerate(rows))


def check_instruments(instruments: Sequence[AssignedInstrument]) -> None:
    """Each questionnaire is asked for once."""
    codes = [instrument.code for instrument in instruments]
    for index, code in enumerate(codes):
        if code in codes[:index]:
            raise ProtocolError(
                f"instruments[{index}].code", "Each questionnaire is there once."
            )


def _one(path: str, row: object) -> AssignedInstrument:
    if not isinstance(row, Mapping) or set(row) != {"code", "schedule"}:
        raise ProtocolError(path, "It has exactly these fields: code, schedule.")
    code = text(f"{path}.code", row["code"])
    try:
        return AssignedInstrument(code, Schedule.from_json(row["schedule"]))
    except ScheduleError as error:
        raise ProtocolError(f"{path}.schedule", str(error)) from error
