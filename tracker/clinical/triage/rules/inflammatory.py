"""Autoimmune disease: the eye, morning stiffness, infection on immune medicine.

Source: eye inflammation (uveitis) is common in ankylosing spondylitis; medicine that
changes the immune system raises the risk of infection.
"""

from tracker.clinical.levels import Level
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.parameters import Parameters
from tracker.clinical.triage.rules import disc_and_site, infection

AUTOIMMUNE = ("autoimmune_disease", "ankylosing_spondylitis", "rheumatoid_arthritis")


def inflammatory(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R29. Known autoimmune disease: the worst of eye, infection and stiffness."""
    if not facts.has(*AUTOIMMUNE):
        return None
    known = (Reason("Autoimmune disease", "yes", "recorded by the clinic"),)
    findings = (
        _eye(facts, known),
        _infection(facts, limits, known),
        _stiffness(facts, limits, known),
    )
    spoken = [finding for finding in findings if finding is not None]
    return max(spoken, key=lambda finding: finding.level, default=None)


def _eye(facts: TriageFacts, known: tuple[Reason, ...]) -> Finding | None:
    if not (facts.present("red_painful_eye") and facts.present("light_sensitivity")):
        return None
    eye = facts.answers("red_painful_eye", "light_sensitivity")
    return found("R29", Level.URGENT, eye + known)


def _infection(
    facts: TriageFacts, limits: Parameters, known: tuple[Reason, ...]
) -> Finding | None:
    """A sign of infection, one level up, where a medicine weakens the defence."""
    if not facts.has("immune_modulating_medicine"):
        return None
    # Urgent signs become emergencies here.
    limits = limits.strict()
    climb = disc_and_site.disc_infection(facts, limits)
    signs = (
        infection.fever(facts, limits),
        infection.slightly_warm(facts, limits),
        # A climb that is only watched has a strain to explain it.
        climb if climb and climb.level > Level.WATCH else None,
        disc_and_site.needle_site(facts, limits),
    )
    worst = max(filter(None, signs), key=lambda sign: sign.level, default=None)
    if worst is None:
        return None
    medicine = Reason("Immune medicine", "yes", f"one level above {worst.rule_id}")
    level = Level(min(worst.level + 1, Level.EMERGENCY))
    return found("R29", level, (*worst.reasons, medicine, *known), "infection")


def _stiffness(
    facts: TriageFacts, limits: Parameters, known: tuple[Reason, ...]
) -> Finding | None:
    if not facts.new_or_worse("morning_stiffness_over_hour"):
        return None
    if facts.m7 is None or facts.baseline is None or facts.day < 0:
        return None
    if facts.m7 < facts.baseline + limits.sustained_rise:
        return None
    before = f"{facts.baseline:g} before the procedure"
    pain = Reason("Pain, 7 days", f"{facts.m7:g}", before)
    stiff = facts.answers("morning_stiffness_over_hour")
    return found("R29", Level.SOON, (*stiff, pain, *known))
