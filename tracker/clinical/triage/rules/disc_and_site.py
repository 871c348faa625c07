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
UNREST = 0.4
"""Points up and down again: one of them on two days of five. Proposal."""

STRAINS = frozenset({"lift", "fall", "physical_therapy"})
DISC_SIGNS = ("night_pain", "pain_on_any_movement", "night_sweats")
SITE_SIGNS = ("site_discharge", "site_spreading_redness", "site_hot_swelling")


def disc_infection(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R13. Pain that was better climbs again, or stays high with signs of the disc.

    A climb within 72 hours of a strain is watched first; it is urgent once the strain
    no longer explains it.
    """
    return _climb_or_sustained(facts, limits, _rebound(facts, limits))


def disc_infection_past_chance(
    facts: TriageFacts, limits: Parameters
) -> Finding | None:
    """R13 from 2026.2 on. A climb that one lower day, or usual unrest, is not.

    An immune medicine hides signs of infection: with one, every climb counts.
    """
    if facts.has("immune_modulating_medicine"):
        return disc_infection(facts, limits)
    return _climb_or_sustained(facts, limits, _past_chance(facts, limits))


def _climb_or_sustained(
    facts: TriageFacts, limits: Parameters, rebound: tuple[Reason, ...]
) -> Finding | None:
    sustained = _sustained(facts, limits)
    if sustained:
        return found("R13", Level.URGENT, sustained + facts.answers(*DISC_SIGNS))
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
    best, now = _best(facts), _three_days(facts)
    if best is None or now is None or now < best + limits.rebound:
        return ()
    return _was_relieved("Pain, 3 days", now, best, facts, limits)


def _best(facts: TriageFacts) -> float | None:
    best = [low for low in (facts.lowest_m3, facts.lowest_pair) if low is not None]
    return min(best, default=None)


def _three_days(facts: TriageFacts) -> float | None:
    return facts.last_pair if facts.m3 is None else facts.m3


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


def _past_chance(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    """The climb that today's pain still shows, and more than usual unrest explains."""
    if not limits.rebound_first_day <= facts.day <= limits.rebound_last_day:
        return ()
    return _steep_past_chance(facts, limits) or _lasting_past_chance(facts, limits)


def _steep_past_chance(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    best, rise = _best(facts), float(limits.rebound)
    if best is None:
        return ()
    # Two entries a week apart say more than three days in a row: no more is asked.
    if facts.m3 is not None:
        rise = _past_unrest(rise, best, facts)
    if not _all_reach(best + rise, facts.pain, facts.m3):
        return ()
    return _steep(facts, limits)


def _lasting_past_chance(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    best, baseline = facts.lowest_m7, facts.baseline
    if best is None or baseline is None:
        return ()
    rise = _past_unrest(limits.rebound_to_baseline, best, facts)
    if not _all_reach(max(best + rise, baseline), facts.pain, facts.m3, facts.m7):
        return ()
    return _lasting(facts, limits)


def _past_unrest(rise: float, best: float, facts: TriageFacts) -> float:
    """A point more for somebody whose pain goes up and down anyway, if 10 is not less.

    The best of many ups and downs is chance, and the way back from it is no news.
    """
    if facts.usual_turn is None or facts.usual_turn < UNREST:
        return rise
    return max(rise, min(rise + 1, END_OF_SCALE - best))


def _all_reach(limit: float, *pains: float | None) -> bool:
    """Whether each of them that is known is at the limit."""
    return all(pain is None or pain >= limit for pain in pains)


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
