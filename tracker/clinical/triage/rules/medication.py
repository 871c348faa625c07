"""Medicine: over-sedation, use that slips, the weeks without anti-inflammatories.

Source: CDC opioid guideline 2022; clinics ask patients to leave anti-inflammatories
for 2 to 6 weeks after cell injections.
"""

from tracker.clinical.levels import Level
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.parameters import Parameters

SEDATING = ("opioid", "sedative")
SLIPPING = (
    "extra_pain_medicine",
    "ran_out_of_medicine_early",
    "mixed_with_alcohol_or_sedatives",
)

ANSWERED_BEFORE = 3
"""Without so many answered days before the streak nobody knows what was usual."""


def over_sedation(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R26. Slow breathing or blue lips; drowsiness where a sedating medicine is taken.

    Slow breathing needs no medicine on record: somebody may take one we do not know.
    """
    sedated = _takes_sedating(facts)
    drowsy = sedated and facts.present("confusion")
    if not (drowsy or facts.new_or_worse("slow_breathing_blue_lips")):
        return None
    reasons = facts.answers("slow_breathing_blue_lips", "confusion")
    return found("R26", Level.EMERGENCY, reasons + sedated)


def _takes_sedating(facts: TriageFacts) -> tuple[Reason, ...]:
    if facts.has(*SEDATING):
        return (Reason("Opioid or sedative", "yes", "recorded by the clinic"),)
    if "opioid" in facts.medicines_taken:
        return (Reason("Opioid", "taken", "in this entry"),)
    return ()


def medicine_use(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R27. Bleeding from the gut; pain medicine that slips; an NSAID too early."""
    if facts.new_or_worse("black_stool_or_vomiting_blood"):
        bleeding = facts.answers("black_stool_or_vomiting_blood")
        return found("R27", Level.EMERGENCY, bleeding)
    slips = facts.answers(*SLIPPING) + _daily_use_began(facts, limits)
    if slips:
        return found("R27", Level.SOON, slips)
    early = 0 <= facts.day <= limits.nsaid_last_day
    if early and "nsaid" in facts.medicines_taken:
        window = f"day {limits.nsaid_last_day} is the last one without"
        return found("R27", Level.WATCH, (Reason("NSAID", "taken", window),))
    return None


def _daily_use_began(facts: TriageFacts, limits: Parameters) -> tuple[Reason, ...]:
    """Opioid on every answered day of a week, and on few of the days before it."""
    if facts.opioid_days < limits.opioid_days or "opioid" not in facts.medicines_taken:
        return ()
    before = facts.days_before_opioid
    if before < ANSWERED_BEFORE or facts.opioid_days_before * 2 > before:
        return ()
    usual = f"{facts.opioid_days_before} of {before} answered days before that"
    return (Reason("Opioid", f"{facts.opioid_days} days running", usual),)
