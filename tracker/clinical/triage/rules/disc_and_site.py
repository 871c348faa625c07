"""Infection that shows without a fever: in the disc, and at the needle site.

Source: Yusuf 2019 (fever in only 55 % of 2,224 spinal infections); Lee 2013 (no fever,
normal blood tests at 1 month); Ramos 2020 and Jerome 2021 (indolent C. acnes); clinics'
discharge sheets for the site.
"""

from tracker.clinical.levels import Level
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.parameters import Parameters

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
    m3, lowest, baseline = facts.m3, facts.lowest_m3, facts.baseline
    if m3 is None or lowest is None or baseline is None:
        return ()
    was_better = lowest <= baseline - limits.relief
    climbed = m3 >= lowest + limits.rebound or (
        m3 >= lowest + limits.rebound_to_baseline and m3 >= baseline
    )
    if not (was_better and climbed):
        return ()
    comparison = f"was {lowest:g} at best, {baseline:g} before the procedure"
    return (Reason("Pain, 3 days", f"{m3:g}", comparison),)


def _sustained(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    if facts.m7 is None or facts.baseline is None:
        return ()
    if facts.day < limits.sustained_first_day:
        return ()
    if facts.m7 < facts.baseline + limits.sustained_rise:
        return ()
    if not facts.present(*DISC_SIGNS):
        return ()
    comparison = f"{facts.baseline:g} before the procedure"
    return (Reason("Pain, 7 days", f"{facts.m7:g}", comparison),)


def needle_site(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R14. Fluid, spreading redness or hot swelling at the site from day 1.

    Mild soreness and slight swelling are expected and say nothing here.
    """
    if facts.day < limits.site_first_day or not facts.present(*SITE_SIGNS):
        return None
    return found("R14", Level.URGENT, facts.answers(*SITE_SIGNS))
