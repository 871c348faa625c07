"""Bleeding near the spine in the first days.

Source: published epidural haematomas after injections, with onset at 6 hours, 7 days
(aspirin) and 8 days (clopidogrel).
"""

from tracker.clinical.levels import Level
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.parameters import Parameters
from tracker.clinical.triage.rules.neurological import NERVE_SIGNS

END_OF_SCALE = 10
"""Who had 8 before cannot say three points more, who had 9 not two."""


def fast_growing_pain(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R08. Severe pain that grew within a day, with a nerve sign or a blood thinner.

    Where the scale ends before the rise does, to reach its end is enough.
    """
    if facts.pain is None or facts.pain_rise is None:
        return None
    if not 0 <= facts.day <= limits.bleeding_last_day:
        return None
    room = END_OF_SCALE - (facts.pain - facts.pain_rise)
    enough = max(1, min(limits.bleeding_rise, room))
    if facts.pain < limits.bleeding_pain or facts.pain_rise < enough:
        return None
    risk = _nerve_sign_or_blood_thinner(facts)
    if not risk:
        return None
    points = "point" if facts.pain_rise == 1 else "points"
    since = f"up {facts.pain_rise:g} {points} since the last entries"
    rise = Reason("Pain", str(facts.pain), since)
    return found("R08", Level.EMERGENCY, (rise, *risk))


def _nerve_sign_or_blood_thinner(facts: TriageFacts) -> tuple[Reason, ...]:
    risk: tuple[Reason, ...] = ()
    if facts.new_or_worse(*NERVE_SIGNS):
        risk = facts.answers(*NERVE_SIGNS)
    if facts.has("blood_thinner"):
        risk += (Reason("Blood thinner", "yes", "recorded by the clinic"),)
    return risk
