"""A weak bone that cracked under a small load.

Source: Finucane 2020: older age, long steroid use, osteoporosis and minor trauma.
"""

from tracker.clinical.levels import Level
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.parameters import Parameters

WEAK_BONE = {
    "osteoporosis": "Weak bones (osteoporosis)",
    "long_term_steroids": "Steroids for a long time",
}
SMALL_LOADS = frozenset({"lift", "fall"})


def fragility_fracture(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R21. Sudden new pain after a small fall, lift or cough, where bone may be weak.

    A fall or lift named as what happened counts like the symptom when pain jumped.
    """
    risks = _risks(facts, limits)
    if not risks:
        return None
    sudden = facts.answers("sudden_pain_after_minor_strain") + _jump(facts, limits)
    return found("R21", Level.URGENT, sudden + risks) if sudden else None


def _risks(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    risks = tuple(
        Reason(label, "yes", "recorded by the clinic")
        for fact, label in WEAK_BONE.items()
        if facts.has(fact)
    )
    age = facts.profile.age
    if age is not None and age >= limits.fracture_age:
        risks += (Reason("Age", str(age), f"{limits.fracture_age} or older"),)
    return risks


def _jump(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    if facts.trigger not in SMALL_LOADS or facts.pain_rise is None:
        return ()
    if facts.day < 0 or facts.pain_rise < limits.fracture_rise:
        return ()
    rise = f"up {facts.pain_rise:g} points after a {facts.trigger}"
    return (Reason("Pain", str(facts.pain), rise),)
