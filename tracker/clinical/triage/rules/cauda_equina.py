"""Cauda equina: bladder, bowel, saddle, both legs, sexual function.

Source: BMJ Best Practice, cauda equina syndrome (topic 3000164): red flags with recent
onset or worsening; HSIB report on its timely detection; GIRFT pathway 2023.
"""

from tracker.clinical.levels import Level
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, found
from tracker.clinical.triage.parameters import Parameters

BLADDER = ("urine_hesitancy", "bladder_sensation_loss", "urine_leak")
BOTH_LEGS = ("leg_pain_both_sides", "numbness_both_legs", "weakness_both_legs")

BACK_OR_LEG = (
    *BOTH_LEGS,
    "weakness_one_leg",
    "rapidly_worsening_weakness",
    "foot_drop",
    "cannot_stand_or_walk",
    "unsteady_walking",
    "numbness_one_leg",
    "leg_pain_one_side",
    "saddle_numbness",
    "pain_on_any_movement",
    "night_pain",
    "sudden_pain_after_minor_strain",
    "back_stiffness",
    "muscle_spasm",
)


def bladder_change(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R01. New or worse trouble passing urine, leaking, or no bladder feeling."""
    if not facts.new_or_worse(*BLADDER):
        return None
    return found("R01", Level.EMERGENCY, facts.answers(*BLADDER))


def bowel_change(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R02. New or worse loss of bowel control; constipation alone is watched."""
    if facts.new_or_worse("stool_leak"):
        return found("R02", Level.EMERGENCY, facts.answers("stool_leak"))
    if facts.new_or_worse("constipation"):
        return found("R02", Level.WATCH, facts.answers("constipation"))
    return None


def saddle_numbness(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R03. New or worse numbness where a saddle would touch."""
    if not facts.new_or_worse("saddle_numbness"):
        return None
    return found("R03", Level.EMERGENCY, facts.answers("saddle_numbness"))


def both_legs(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R04. New or worse pain, numbness or weakness in both legs.

    A clinic may set pain alone to urgent.
    """
    if not facts.new_or_worse(*BOTH_LEGS):
        return None
    level = Level.EMERGENCY
    if not facts.new_or_worse("numbness_both_legs", "weakness_both_legs"):
        level = Level(limits.both_leg_pain_level)
    return found("R04", level, facts.answers(*BOTH_LEGS))


def sexual_function(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R05. New or worse sexual function change, with any back or leg symptom or not.

    A known back or leg symptom counts here: it is the pair that points to the nerves.
    """
    if not facts.new_or_worse("sexual_function_change"):
        return None
    paired = facts.reported(*BACK_OR_LEG)
    level = Level.EMERGENCY if paired else Level.URGENT
    return found("R05", level, facts.answers("sexual_function_change") + paired)
