"""Emergencies that come from medicine: over-sedation and bleeding from the gut.

Source: CDC opioid guideline 2022.
"""

from tracker.clinical.levels import Level
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.parameters import Parameters

SEDATING = ("opioid", "sedative")


def over_sedation(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R26. Slow breathing or blue lips; drowsiness where a sedating medicine is taken.

    Slow breathing needs no medicine on record: somebody may take one we do not know.
    """
    drowsy = facts.has(*SEDATING) and facts.present("confusion")
    if not (drowsy or facts.new_or_worse("slow_breathing_blue_lips")):
        return None
    reasons = facts.answers("slow_breathing_blue_lips", "confusion")
    if facts.has(*SEDATING):
        reasons += (Reason("Opioid or sedative", "yes", "recorded by the clinic"),)
    return found("R26", Level.EMERGENCY, reasons)


def gut_bleeding(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R27. New or worse black stool or vomiting blood."""
    if not facts.new_or_worse("black_stool_or_vomiting_blood"):
        return None
    return found("R27", Level.EMERGENCY, facts.answers("black_stool_or_vomiting_blood"))
