"""The question that a note leads to: who is asked, and what an answer changes.

R30 finds phrases of an emergency that no answer speaks of. Its tags are the symptoms
still asked about. A no takes one away; the last no lowers the finding, which then
waits for a person to read the note. A yes leaves its tag: the patient's structured
entry is judged by the rule of the symptom, and this finding is never lowered.
"""

from dataclasses import replace
from datetime import timedelta

from tracker.clinical.levels import Level
from tracker.clinical.symptoms import SYMPTOMS
from tracker.clinical.triage.findings import Finding, Reason, found

ASKS_FIRST = "R30"

WAITS = timedelta(minutes=10)
"""So long the patient may answer before staff is called. Our proposal."""


def answered_no(finding: Finding, symptom: str) -> Finding:
    """The finding after the patient said that the note did not mean this symptom."""
    tags = tuple(tag for tag in finding.tags if tag != symptom)
    answer = Reason(SYMPTOMS[symptom].label, "no", "asked about the note")
    reasons = (*finding.reasons, answer)
    if tags:
        return replace(finding, reasons=reasons, tags=tags)
    return found(ASKS_FIRST, Level.SOON, reasons)


def with_open_questions(new: Finding, before: Finding) -> Finding:
    """A repeat that keeps what an earlier note asked and nobody has answered."""
    open_tags = tuple(tag for tag in before.tags if tag not in new.tags)
    if new.rule_id != ASKS_FIRST or not open_tags:
        return new
    reasons = tuple(reason for reason in before.reasons if reason not in new.reasons)
    return replace(new, reasons=(*new.reasons, *reasons), tags=(*new.tags, *open_tags))
