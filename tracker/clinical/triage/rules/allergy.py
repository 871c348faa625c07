"""Severe allergic reaction and hives.

Source: anaphylaxis criteria (skin with breathing or circulation); a second wave comes
within 1 to 72 hours in up to 20 % (2020 anaphylaxis parameter).
"""

from tracker.clinical.levels import Level
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, found
from tracker.clinical.triage.parameters import Parameters

AIRWAY = ("breathing_trouble", "throat_tightness", "face_swelling")
WITH_HIVES = ("vomiting", "fainting")


def severe_reaction(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R15. Airway signs, or hives with vomiting or fainting, on any day."""
    spread = facts.present("hives") and facts.present(*WITH_HIVES)
    if not (spread or facts.new_or_worse(*AIRWAY)):
        return None
    return found("R15", Level.EMERGENCY, facts.answers(*AIRWAY, "hives", *WITH_HIVES))


def hives(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R16. Hives without a sign of R15: urgent in the first days, soon otherwise."""
    if not facts.present("hives") or severe_reaction(facts, limits):
        return None
    early = 0 <= facts.day <= limits.hives_urgent_last_day
    return found("R16", Level.URGENT if early else Level.SOON, facts.answers("hives"))
