"""Fever, sepsis and infection near the spine.

Source: Finucane 2020 and Darouiche, NEJM 2006 (abscess triad); NICE NG253 (sepsis);
discharge sheets (38.0 C, 100.4 F); Yusuf 2019 (2,224 spinal infections: fever in only
55 %, pain in 72 %); Lee 2013 and Jerome 2021 (disc infection without fever).
"""

from tracker.clinical.levels import Level
from tracker.clinical.trends import Reading
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.parameters import Parameters
from tracker.clinical.triage.rules.neurological import NERVE_SIGNS

CHILLS = ("shaking_chills", "feverish")
SEPSIS_SIGNS = (
    "confusion",
    "fast_breathing",
    "fainting",
    "mottled_skin",
    "no_urine_12h",
)
INFECTION_RISKS = ("diabetes", "immune_modulating_medicine", "long_term_steroids")


def fever_with_nerve_sign(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R09. Fever or chills within 72 hours, and a new or worse nerve sign."""
    if not facts.new_or_worse(*NERVE_SIGNS):
        return None
    fever = measured_fever(facts, limits.strict()) + _chills(facts)
    if not fever:
        return None
    return found("R09", Level.EMERGENCY, fever + facts.answers(*NERVE_SIGNS))


def measured_fever(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    """The highest temperature of 72 hours, where it is a fever."""
    hottest = max((reading.celsius for reading in facts.readings), default=0.0)
    if hottest < limits.fever_c:
        return ()
    return (Reason("Temperature", f"{hottest:.1f} C", "within 72 hours"),)


def fever_or_chills(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    """A fever of 72 hours as it was measured, or else as it was felt."""
    return measured_fever(facts, limits) or _chills(facts)


def _chills(facts: TriageFacts) -> tuple[Reason, ...]:
    if not facts.chills:
        return ()
    return (Reason("Fever or chills", "felt", "within 72 hours"),)


def sepsis(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R10. Fever, low temperature or shaking chills today, and a sign of sepsis."""
    if not facts.present(*SEPSIS_SIGNS):
        return None
    fever_c = limits.strict().fever_c
    today = [reading for reading in facts.readings if reading.days_ago == 0]
    causes = tuple(
        Reason("Temperature", f"{r.celsius:.1f} C", "outside the normal range")
        for r in today
        if r.celsius >= fever_c or r.celsius < limits.low_temperature_c
    ) + facts.answers("shaking_chills")
    if not causes:
        return None
    return found("R10", Level.EMERGENCY, causes + facts.answers(*SEPSIS_SIGNS))


def fever(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R11. Fever or shaking chills in the first months, unless R09 or R10 speaks.

    Shaking chills count without a reading: they often come before the temperature
    rises, and not everybody owns a thermometer.
    """
    if not 0 <= facts.day <= limits.fever_last_day:
        return None
    reasons = _fever_reading(facts, limits) + facts.answers("shaking_chills")
    if not reasons or _is_emergency(facts, limits):
        return None
    work_up = _work_up_reasons(facts, limits)
    tags = ("infection_workup",) if work_up else ()
    return found("R11", Level.URGENT, reasons + work_up, *tags)


def _fever_reading(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    limit = limits.fever_c
    age = facts.profile.age
    if facts.has(*INFECTION_RISKS) or (age and age >= limits.fever_risk_age):
        limit = min(limit, limits.fever_at_risk_c)
    reading = facts.temperature_c
    if reading is None or reading < limit:
        return ()
    return (Reason("Temperature", f"{reading:.1f} C", f"limit {limit:.1f} C"),)


def _work_up_reasons(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    reasons = _chills(facts)
    if facts.m3 is not None and facts.previous_m3 is not None:
        rise = facts.m3 - facts.previous_m3
        if rise >= limits.work_up_rise:
            reasons += (
                Reason("Pain, 3 days", f"{facts.m3:g}", f"up {rise:g} in 3 days"),
            )
    return reasons


def _is_emergency(facts: TriageFacts, limits: Parameters) -> bool:
    return bool(fever_with_nerve_sign(facts, limits) or sepsis(facts, limits))


def slightly_warm(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R12. Warm, or feeling so, where no rule above speaks; twice in 12 hours is soon.

    There is no upper limit, so that a fever after the months of R11 is still seen.
    """
    reading = facts.temperature_c
    warm = reading is not None and reading >= limits.warm_c
    if not (warm or facts.present("feverish")):
        return None
    if fever(facts, limits) or _is_emergency(facts, limits):
        return None
    reasons = facts.answers("feverish")
    if reading is not None and warm:
        limit = f"limit {limits.warm_c:.1f} C"
        reasons = (Reason("Temperature", f"{reading:.1f} C", limit), *reasons)
    repeated = warm and _is_repeated(facts.readings, limits)
    return found("R12", Level.SOON if repeated else Level.WATCH, reasons)


def _is_repeated(readings: tuple[Reading, ...], limits: Parameters) -> bool:
    hours = [r.hours_ago for r in readings if r.celsius >= limits.warm_repeated_c]
    return bool(hours) and max(hours) - min(hours) >= limits.warm_repeated_hours
