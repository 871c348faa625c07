"""The parts of a plan: phases, milestones, instructions, and what they may hold."""

from dataclasses import dataclass
from typing import Literal

from tracker.clinical.field_error import FieldError

LAST_DAY = 365

CADENCES = (
    "daily",
    "every_second_day",
    "three_a_week",
    "weekly",
    "monthly",
    "none",
)
"""How often an entry is asked for."""

EVIDENCE = (
    "walk_5_minutes",
    "walk_30_minutes",
    "site_calm",
    "flare_settled",
    "first_30_percent_drop",
    "half_of_baseline",
)
"""Names of the tests by which entries alone show that a milestone is reached."""


class ProtocolError(FieldError):
    """A protocol that could not be followed."""


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of days, both ends included, and how often we ask during it."""

    code: str
    title: str
    first_day: int
    last_day: int
    what_to_expect: str
    cadence: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something to reach, ticked by the patient or seen in the entries."""

    code: str
    title: str
    first_day: int
    last_day: int
    source: Literal["patient", "data"]
    evidence: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Instruction:
    """One thing to do or leave during a phase."""

    code: str
    phase: str
    text: str
    topic: str


BEFORE = Phase(
    code="before",
    title="Before the procedure",
    first_day=-7,
    last_day=-1,
    what_to_expect=(
        "You tell us how your back is now. Later we compare with these days."
    ),
    cadence="daily",
)
AFTER = Phase(
    code="after",
    title="After the first year",
    first_day=LAST_DAY + 1,
    last_day=100 * LAST_DAY,
    what_to_expect="The plan is done. You can still write to us at any time.",
    cadence="none",
)
"""Stand-ins for the days outside the plan, so that every day has a phase."""
