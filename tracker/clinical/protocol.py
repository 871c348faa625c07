"""The plan of a recovery: phases, milestones, instructions, questionnaires by day.

Day 0 is the procedure. Windows are ranges, never due dates: recovery differs from
person to person, and a milestone not reached is not an alarm. A clinic edits the
windows; a protocol that could not be followed is refused when it is made.
"""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from tracker.clinical.protocol_checks import (
    check_instructions,
    check_milestones,
    check_phases,
    records,
    text,
)
from tracker.clinical.protocol_comfort import ASK_FIRST, Comfort, comfort
from tracker.clinical.protocol_instruments import (
    DEFAULT_INSTRUMENTS,
    AssignedInstrument,
    assigned,
    check_instruments,
)
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

__all__ = [
    "AFTER",
    "BEFORE",
    "CADENCES",
    "EVIDENCE",
    "LAST_DAY",
    "AssignedInstrument",
    "Comfort",
    "Instruction",
    "Milestone",
    "Phase",
    "Protocol",
    "ProtocolError",
]


@dataclass(frozen=True, slots=True)
class Protocol:
    """A version of the plan; ProtocolError for one that cannot be followed."""

    version: str
    phases: tuple[Phase, ...]
    milestones: tuple[Milestone, ...]
    instructions: tuple[Instruction, ...]
    instruments: tuple[AssignedInstrument, ...] = DEFAULT_INSTRUMENTS
    comfort: Comfort = ASK_FIRST

    def __post_init__(self) -> None:
        """Refuse phases and windows that could not be followed."""
        check_phases(self.phases)
        check_milestones(self.milestones)
        check_instructions(self.instructions, self.phases)
        check_instruments(self.instruments)

    def phase_on(self, day: int) -> Phase:
        """The phase of any day at all."""
        if day < 0:
            return BEFORE
        for phase in self.phases:
            if day <= phase.last_day:
                return phase
        return AFTER

    def instructions_on(self, day: int) -> tuple[Instruction, ...]:
        """What to do and leave on a day."""
        phase = self.phase_on(day).code
        return tuple(i for i in self.instructions if i.phase == phase)

    def milestones_open_on(self, day: int) -> tuple[Milestone, ...]:
        """The milestones whose window holds the day, in the order of the plan."""
        return tuple(m for m in self.milestones if m.first_day <= day <= m.last_day)

    def next_milestones(
        self, day: int, reached: Collection[str]
    ) -> tuple[Milestone, ...]:
        """Open and coming milestones not yet reached, the earliest window first."""
        ahead = [
            m for m in self.milestones if m.last_day >= day and m.code not in reached
        ]
        return tuple(sorted(ahead, key=lambda m: (m.first_day, m.last_day)))

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types that `from_json` turns back into an equal protocol."""
        return {
            "version": self.version,
            "phases": [asdict(phase) for phase in self.phases],
            "milestones": [asdict(milestone) for milestone in self.milestones],
            "instructions": [asdict(line) for line in self.instructions],
            "instruments": [one.as_json() for one in self.instruments],
            "comfort": asdict(self.comfort),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Protocol":
        """A stored or edited protocol, checked again."""
        return cls(
            version=text("version", data.get("version")),
            phases=records(Phase, "phases", data),
            milestones=records(Milestone, "milestones", data),
            instructions=records(Instruction, "instructions", data),
            instruments=assigned(data),
            comfort=comfort(data),
        )
