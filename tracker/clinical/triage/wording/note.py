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
            " Please answer yes or no. If you do not, we ask the team to call you."
        ),
        actions=("call_clinic",),
        headline=f"Note may speak of an emergency: {label}",
        check="Read the note, then call: is it the patient's, and is it there now?",
        clears="Spoken with; or the patient answered no, and the note is read.",
    )


_ANSWERED = Words(
    title="Thank you, we have your answer",
    text=(
        "You told us that you do not have this now. Someone from the clinic will read"
        " your note, too. If it changes, call {emergency_number}."
    ),
    actions=("call_clinic",),
    headline="Note named an emergency, the patient answered no",
    check="Read the note: does the answer fit it, and is anything left to ask?",
    clears="A clinician has read the note and agrees.",
)


NOTE: Mapping[str, Words] = {
    "R30:soon": _ANSWERED,
    "R30:urgent": _asked("something that needs quick help"),
    **{f"R30:urgent:{code}": _asked(SYMPTOMS[code].label) for code in TERMS},
}
