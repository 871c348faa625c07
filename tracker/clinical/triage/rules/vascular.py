"""Heart, lungs and vessels: clots, chest pain, and the aorta.

Source: NICE NG158 (venous thromboembolism) and the Wells score; tearing pain as the
sign of an aortic emergency.
"""

from tracker.clinical.levels import Level
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.parameters import Parameters

HEART_AND_LUNGS = (
    "sudden_breathlessness",
    "chest_pain",
    "coughing_blood",
    "fainting",
)

AORTA_AGE = 60


def heart_and_lungs(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R17. New or worse breathlessness, chest pain, coughing blood or fainting."""
    if not facts.new_or_worse(*HEART_AND_LUNGS):
        return None
    return found("R17", Level.EMERGENCY, facts.answers(*HEART_AND_LUNGS))


def swollen_calf(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R18. One calf swollen and sore or warm."""
    if not facts.present("calf_swelling"):
        return None
    return found("R18", Level.URGENT, facts.answers("calf_swelling"))


def aorta(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R28. New or worse tearing pain in belly or back; age and fainting add weight."""
    if not facts.new_or_worse("tearing_belly_or_back_pain"):
        return None
    reasons = facts.answers("tearing_belly_or_back_pain", "fainting")
    age = facts.profile.age
    if age is not None and age >= AORTA_AGE:
        reasons += (Reason("Age", str(age), f"{AORTA_AGE} or older"),)
    return found("R28", Level.EMERGENCY, reasons)
