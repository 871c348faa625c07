"""Cancer history, and weight lost without trying.

Source: Finucane 2020 (red flags in spinal conditions); NICE NG234 (spinal metastases
and cord compression); CTCAE, where weight loss starts at 5 %.
"""

from dataclasses import replace

from tracker.clinical.levels import Level
from tracker.clinical.symptoms import Change
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.parameters import Parameters
from tracker.clinical.triage.rules.infection import fever_or_chills
from tracker.clinical.triage.rules.neurological import EXAMINED_NERVE_SIGNS

PAIN_SITES = ("leg_pain_one_side", "leg_pain_both_sides", "arm_pain")


def cancer_history(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R19. Past cancer, and pain that is new, stays high or does not rest at night."""
    if not facts.has("cancer_history"):
        return None
    has_nerve_sign = facts.new_or_worse(*EXAMINED_NERVE_SIGNS)
    # Decides on an emergency then.
    week = _high_for_a_week(facts, limits.strict() if has_nerve_sign else limits)
    pain = _new_site(facts) + week + facts.answers("night_pain")
    if not pain:
        return None
    reasons = (Reason("Cancer in the past", "yes", "recorded by the clinic"), *pain)
    if has_nerve_sign:
        signs = facts.answers(*EXAMINED_NERVE_SIGNS)
        return found("R19", Level.EMERGENCY, reasons + signs)
    loss = unplanned_loss(facts, limits)
    return found("R19", Level.URGENT if loss else Level.SOON, reasons + loss)


def _new_site(facts: TriageFacts) -> tuple[Reason, ...]:
    symptoms = facts.symptoms or {}
    new = [code for code in PAIN_SITES if symptoms.get(code) is Change.NEW]
    return facts.answers(*new)


def _high_for_a_week(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    """By the medians of seven days running; where entries are rare, by four of them."""
    if facts.baseline is None or facts.day < limits.sustained_first_day:
        return ()
    lowest = [low for low in (facts.week_low_m7, facts.run_low) if low is not None]
    if not lowest or max(lowest) < facts.baseline + limits.sustained_rise:
        return ()
    comparison = f"or more for a week, {facts.baseline:g} before the procedure"
    return (Reason("Pain", f"{max(lowest):g}", comparison),)


def weight_loss(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R20. Weight lost without trying: weighed and not planned, or said so.

    It speaks on the day of the report. A large loss of which nobody knows whether it
    was meant is watched, so that somebody asks.
    """
    if not (_is_reported_today(facts) or facts.answers("weight_loss_unplanned")):
        return None
    loss = unplanned_loss(facts, limits)
    if loss:
        signs = _signs(facts, limits)
        return found("R20", Level.URGENT if signs else Level.SOON, loss + signs)
    if facts.weight_loss_planned is None:
        unclear = _lost(facts.weight_lost_half_year, limits.weight_loss_half_year, "6")
        return found("R20", Level.WATCH, unclear) if unclear else None
    return None


def weight_loss_past_chance(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R20 from 2026.2 on. A month's loss must show against the usual weight, too.

    Scales, meals and clothes move a weight by a percent; the heaviest weighing of a
    month is one that they moved up. The median of half a year is not.
    """
    month, usual = facts.weight_lost_month, facts.weight_below_usual
    if month is not None and usual is not None and usual < month:
        facts = replace(facts, weight_lost_month=usual)
    return weight_loss(facts, limits)


def _is_reported_today(facts: TriageFacts) -> bool:
    return facts.weight_kg is not None


def unplanned_loss(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    """The reasons to believe that weight was lost without trying."""
    said = facts.answers("weight_loss_unplanned")
    if facts.weight_loss_planned is not False:
        return said
    return (
        *said,
        *_lost(facts.weight_lost_half_year, limits.weight_loss_half_year, "6"),
        *_lost(facts.weight_lost_month, limits.weight_loss_month, "1"),
    )


def _lost(share: float | None, limit: float, months: str) -> tuple[Reason, ...]:
    if share is None or round(share, 6) < limit:
        return ()
    within = f"limit {limit:.0%} within {months} month{'s'[: months != '1']}"
    return (Reason("Weight", f"down {share:.1%}", within),)


def _signs(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    reasons = facts.answers("night_pain", "night_sweats")
    reasons += fever_or_chills(facts, limits)
    if facts.has("cancer_history"):
        reasons += (Reason("Cancer in the past", "yes", "recorded by the clinic"),)
    return reasons
