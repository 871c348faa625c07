"""Weakness and numbness in one leg or arm, and signs of a pressed cord.

Source: Finucane 2020 (red flags in spinal conditions); NICE NG59. What was there before
the procedure is quiet; new or worse is not.
"""

from tracker.clinical.levels import Level
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.parameters import Parameters
from tracker.clinical.triage.rules.cauda_equina import BLADDER, BOTH_LEGS

WEAKNESS = ("weakness_one_leg", "weakness_arm")
SEVERE_WEAKNESS = (
    "rapidly_worsening_weakness",
    "foot_drop",
    "cannot_stand_or_walk",
)
CORD_SIGNS = ("hand_clumsiness", "unsteady_walking")
CORD_REGIONS = frozenset({"cervical", "thoracic"})
NUMBNESS = ("numbness_one_leg", "numbness_arm")

EXAMINED_NERVE_SIGNS = (
    *BLADDER,
    "stool_leak",
    "saddle_numbness",
    *BOTH_LEGS,
    "sexual_function_change",
    *WEAKNESS,
    *SEVERE_WEAKNESS,
    *CORD_SIGNS,
)
"""The signs of R01 to R06."""

NERVE_SIGNS = (*EXAMINED_NERVE_SIGNS, *NUMBNESS, "leg_pain_one_side")
"""What counts as a nerve sign beside fever or fast-growing pain."""


def weakness(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R06. New or worse weakness: growing fast or disabling is an emergency."""
    progress = _grew_within_48_hours(facts)
    if progress or facts.new_or_worse(*SEVERE_WEAKNESS):
        reasons = facts.answers(*WEAKNESS, *SEVERE_WEAKNESS) + progress
        return found("R06", Level.EMERGENCY, reasons)
    if facts.new_or_worse(*WEAKNESS):
        return found("R06", Level.URGENT, facts.answers(*WEAKNESS))
    if facts.profile.region in CORD_REGIONS and facts.new_or_worse(*CORD_SIGNS):
        return found("R06", Level.URGENT, facts.answers(*CORD_SIGNS), "cord")
    return None


def _grew_within_48_hours(facts: TriageFacts) -> tuple[Reason, ...]:
    if facts.worsened.isdisjoint(WEAKNESS):
        return ()
    return (Reason("Weakness", "worse", "was new within the last 48 hours"),)


def one_sided_numbness(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R07. New or worse numbness on one side, without new weakness (see R06)."""
    if not facts.new_or_worse(*NUMBNESS):
        return None
    if facts.new_or_worse(*WEAKNESS, *SEVERE_WEAKNESS):
        return None
    return found("R07", Level.URGENT, facts.answers(*NUMBNESS))
