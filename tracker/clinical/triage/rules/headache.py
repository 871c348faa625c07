"""Headache after a needle near the spine.

Source: ICHD-3 (within 5 days of a dural puncture); typical onset on day 2 to 3; stiff
neck, light that hurts or fever may be an infection of the lining of the brain.
"""

from tracker.clinical.levels import Level
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.parameters import Parameters
from tracker.clinical.triage.rules.infection import measured_fever

MENINGEAL = ("neck_stiffness", "light_sensitivity")

CANNOT_MOVE = 1
"""Mobility of 0 or 1 out of 10: in bed, cannot manage the day."""


def upright_headache(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R23. Headache that is worse upright, in the weeks after the procedure."""
    if facts.day < 0 or not facts.present("postural_headache"):
        return None
    reasons = facts.answers("postural_headache")
    strict = limits.strict()
    second = facts.answers(*MENINGEAL) + measured_fever(facts, strict)
    if second and facts.day <= strict.headache_last_day:
        return found("R23", Level.EMERGENCY, reasons + second)
    if facts.day > limits.headache_last_day:
        return None
    unable = _cannot_function(facts)
    return found("R23", Level.URGENT if unable else Level.SOON, reasons + unable)


def _cannot_function(facts: TriageFacts) -> tuple[Reason, ...]:
    reasons = facts.answers("vomiting", "cannot_stand_or_walk")
    if facts.mobility is not None and facts.mobility <= CANNOT_MOVE:
        reasons += (Reason("Mobility", str(facts.mobility), "10 is moving freely"),)
    return reasons
