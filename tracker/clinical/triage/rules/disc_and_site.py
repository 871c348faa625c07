"""Infection that shows without a fever: in the disc, and at the needle site.

Source: Yusuf 2019 (fever in only 55 % of 2,224 spinal infections); Lee 2013 (no fever,
normal blood tests at 1 month); Ramos 2020 and Jerome 2021 (indolent C. acnes); clinics'
discharge sheets for the site.
"""

from tracker.clinical.levels import Level
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.parameters import Parameters

END_OF_SCALE = 10
STRAINS = frozenset({"lift", "fall", "physical_therapy"})
DISC_SIGNS = ("night_pain", "pain_on_any_movement", "night_sweats")
SITE_SIGNS = ("site_discharge", "site_spreading_redness", "site_hot_swelling")


def disc_infection(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R13. Pain that was better climbs again, or stays high with signs of the disc.

    A climb within 72 hours of a strain is watched first; it is urgent once the strain
    no longer explains it.
    """
    sustained = _sustained(facts, limits)
    if sustained:
        return found("R13", Level.URGENT, sustained + facts.answers(*DISC_SIGNS))
    rebound = _rebound(facts, limits)
    if not rebound:
        return None
    strains = facts.triggers & STRAINS
    if not strains:
        return found("R13", Level.URGENT, rebound)
    happened = Reason("What happened", ", ".join(sorted(strains)), "within 72 hours")
    return found("R13", Level.WATCH, (*rebound, happened))


def _rebound(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    if not limits.rebound_first_day <= facts.day <= limits.rebound_last_day:
        return ()
    return _steep(facts, limits) or _lasting(facts, limits)


def _steep(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    """Three points above the best: of three days, or of the last two entries."""
    best = [low for low in (facts.lowest_m3, facts.lowest_pair) if low is not None]
    now = facts.last_pair if facts.m3 is None else facts.m3
    if not best or now is None or now < min(best) + limits.rebound:
        return ()
    return _was_relieved("Pain, 3 days", now, min(best), facts, limits)


def _lasting(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    """Two points up and back at the baseline, after relief: both for a week.

    A change of two points counts if sustained, not as a single value (Mannion, COMI).
    """
    now, best, baseline = facts.m7, facts.lowest_m7, facts.baseline
    if now is None or best is None or baseline is None:
        return ()
    if now < max(best + limits.rebound_to_baseline, baseline):
        return ()
    return _was_relieved("Pain, 7 days", now, best, facts, limits)


def _was_relieved(
    what: str, now: float, best: float, facts: TriageFacts, limits: Parameters
) -> tuple[Reason, ...]:
    baseline = facts.baseline
    if baseline is None or best > baseline - limits.relief:
        return ()
    comparison = f"was {best:g} at best, {baseline:g} before the procedure"
    return (Reason(what, f"{now:g}", comparison),)


def _for_a_week(facts: TriageFacts) -> float | None:
    """The 7-day pain; where entries are rare, the last two, which lie as far apart."""
    return facts.last_pair if facts.m7 is None else facts.m7


def _sustained(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    week = _for_a_week(facts)
    if week is None or facts.baseline is None:
        return ()
    if facts.day < limits.sustained_first_day:
        return ()
    # Above a baseline of 8 the scale ends before the rise does.
    limit = min(facts.baseline + limits.sustained_rise, END_OF_SCALE)
    if week < limit or week <= facts.baseline:
        return ()
    if not facts.present(*DISC_SIGNS):
        return ()
    comparison = f"{facts.baseline:g} before the procedure"
    return (Reason("Pain, 7 days", f"{week:g}", comparison),)


def needle_site(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R14. Fluid, spreading redness or hot swelling at the site from day 1.

    Mild soreness and slight swelling are expected and say nothing here.
    """
    if facts.day < limits.site_first_day or not facts.present(*SITE_SIGNS):
        return None
    return found("R14", Level.URGENT, facts.answers(*SITE_SIGNS))
