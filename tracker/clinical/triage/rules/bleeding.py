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

CLEAR = 2
"""Points that matter: Ostelo 2008."""


def fast_growing_pain(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R08. Severe pain that grew within a day, with a nerve sign or a blood thinner.

    Where the scale ends before the rise does, to reach its end is enough.
    """
    if facts.pain is None or facts.pain_rise is None:
        return None
    if not 0 <= facts.day <= limits.bleeding_last_day:
        return None
    enough = _enough(facts.pain - facts.pain_rise, limits)
    if facts.pain < limits.bleeding_pain or facts.pain_rise < enough:
        return None
    risk = _nerve_sign_or_blood_thinner(facts)
    if not risk:
        return None
    points = "point" if facts.pain_rise == 1 else "points"
    since = f"up {facts.pain_rise:g} {points} since the last entries"
    rise = Reason("Pain", str(facts.pain), since)
    return found("R08", Level.EMERGENCY, (rise, *risk))


def fast_growing_or_full_pain(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R08 from 2026.2 on. It also speaks where no jump can show.

    Who wrote 10 yesterday cannot write more; who wrote nothing has no yesterday.
    """
    grown = fast_growing_pain(facts, limits)
    if grown or facts.pain is None or facts.pain < limits.bleeding_pain:
        return grown
    if not 0 <= facts.day <= limits.bleeding_last_day:
        return None
    unseen = _at_the_end(facts) or _without_yesterday(facts, limits)
    if not unseen:
        return None
    rise = Reason("Pain", str(facts.pain), unseen)
    return found("R08", Level.EMERGENCY, (rise, *_nerve_sign_or_blood_thinner(facts)))


def _at_the_end(facts: TriageFacts) -> str:
    """10 with a nerve sign; with a blood thinner alone, clearly above the baseline."""
    clear = facts.baseline is not None and facts.baseline + CLEAR <= END_OF_SCALE
    thinner = clear and facts.has("blood_thinner")
    if facts.pain != END_OF_SCALE or not (thinner or facts.new_or_worse(*NERVE_SIGNS)):
        return ""
    return "the end of the scale: it cannot show a rise"


def _without_yesterday(facts: TriageFacts, limits: Parameters) -> str:
    """A nerve sign, nothing written in two weeks, and a rise from the baseline.

    Not for a blood thinner alone: up to three points more are expected in the first
    week (T1), and every first entry would be a call.
    """
    if not facts.no_pain_before or not facts.new_or_worse(*NERVE_SIGNS):
        return ""
    assert facts.pain is not None
    if facts.baseline is None:
        return "nothing to compare with"
    if facts.pain < facts.baseline + _enough(facts.baseline, limits):
        return ""
    return f"{facts.baseline:g} before the procedure, no entry since"


def _enough(before: float, limits: Parameters) -> float:
    """The rise asked for, or what the scale leaves of it, but a point at least."""
    return max(1, min(limits.bleeding_rise, END_OF_SCALE - before))


def _nerve_sign_or_blood_thinner(facts: TriageFacts) -> tuple[Reason, ...]:
    risk: tuple[Reason, ...] = ()
    if facts.new_or_worse(*NERVE_SIGNS):
        risk = facts.answers(*NERVE_SIGNS)
    if facts.has("blood_thinner"):
        risk += (Reason("Blood thinner", "yes", "recorded by the clinic"),)
    return risk
