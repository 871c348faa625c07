"""Wording of the question that a note leads to, one for each symptom."""

from collections.abc import Mapping

from tracker.clinical.symptoms import SYMPTOMS
from tracker.clinical.triage.emergency_terms import TERMS
from tracker.clinical.triage.wording.words import Words


def _asked(label: str) -> Words:
    return Words(
        title="Did you mean that you have this now?",
        text=(
            f"Your note made us think of this: {label.lower()}."
            " If you have this now, call {emergency_number}."
            " If not, send a new entry and tap what is right. We will call you today."
        ),
        actions=("call_clinic",),
        headline=f"Note may speak of an emergency: {label}",
        check="Read the note, then call: is it the patient's, and is it there now?",
        clears="Spoken with, or a later entry answers the question with no.",
    )


NOTE: Mapping[str, Words] = {
    "R30:urgent": _asked("something that needs quick help"),
    **{f"R30:urgent:{code}": _asked(SYMPTOMS[code].label) for code in TERMS},
}
