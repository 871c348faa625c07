"""Wording of the rules for suicidal thoughts, and of a rule that failed."""

from collections.abc import Mapping

from tracker.clinical.triage.wording.words import CRISIS, Words

_ASK = "Speak with the patient now: plan, means, intent, who is with them."

MIND: Mapping[str, Words] = {
    "R24:emergency": Words(
        title="You matter, and help is here now",
        text=(
            "Call {emergency_number} or a crisis line now. Stay with someone you trust."
            " We are being told right away."
        ),
        actions=CRISIS,
        headline="Thoughts of ending their life",
        check=_ASK,
        clears="Safety assessed in person or by phone, and a safety plan is agreed.",
    ),
    "R24:emergency:from_note": Words(
        title="You matter, and help is here now",
        text=(
            "We read something in your note that worries us."
            " Call {emergency_number} or a crisis line now."
            " Stay with someone you trust. We are being told right away."
        ),
        actions=CRISIS,
        headline="Note speaks of self-harm",
        check="Read the note, then call. " + _ASK,
        clears="Spoken with: the note meant something else, or safety is assessed.",
    ),
    "R24:urgent": Words(
        title="You matter, and we want to talk today",
        text=(
            "Wishing not to wake up is hard to carry alone. We will call you today."
            " If you think of ending your life, call {emergency_number} or a crisis"
            " line at once."
        ),
        actions=("call_crisis_line", "call_clinic"),
        headline="Wishes not to wake up",
        check=_ASK,
        clears="Safety assessed, support arranged, follow-up date set.",
    ),
    "R24:urgent:thoughts": Words(
        title="You matter, and we want to talk today",
        text=(
            "Thank you for telling us. We will call you today. If these thoughts grow,"
            " call {emergency_number} or a crisis line at once."
        ),
        actions=("call_crisis_line", "call_clinic"),
        headline="Thoughts of ending their life, not known to us",
        check=_ASK,
        clears="Safety assessed in person or by phone, and a safety plan is agreed.",
    ),
    "R24:urgent:from_note": Words(
        title="You matter, and we want to talk today",
        text=(
            "We read something in your note that worries us. We will call you today."
            " If you think of ending your life, call {emergency_number} or a crisis"
            " line at once."
        ),
        actions=("call_crisis_line", "call_clinic"),
        headline="Note may speak of self-harm",
        check="Read the note, then call. " + _ASK,
        clears="Spoken with: the note meant something else, or safety is assessed.",
    ),
    "R24:watch": Words(
        title="You matter to us",
        text=(
            "Thank you for telling us. If these thoughts grow, call {emergency_number}"
            " or a crisis line at any time."
        ),
        actions=("call_crisis_line", "call_clinic"),
        headline="Known thoughts of ending their life, not worse",
        check="Make sure that the treating team knows and that a safety plan is there.",
        clears="Treating team informed and the safety plan is up to date.",
    ),
    "R25:soon": Words(
        title="Low mood is common with pain",
        text=(
            "Low mood is common with pain and can be treated. We will contact you soon."
        ),
        actions=("call_clinic",),
        headline="Mood score at the limit",
        check="Ask about self-harm; PHQ-9, support at home, treatment, follow-up.",
        clears="Spoken with, and support is arranged or the score is below the limit.",
    ),
    "R25:watch": Words(
        title="Low mood is common with pain",
        text=(
            "Low mood is common with pain and can be treated. Please answer the short"
            " questions about mood, and tell us if it gets harder."
        ),
        actions=("call_clinic",),
        headline="New low mood, no score yet",
        check="Send PHQ-4; ask at the next contact.",
        clears="A score below the limit, or spoken with.",
    ),
    "R00:urgent": Words(
        title="We will look at your answers ourselves",
        text=(
            "Thank you. A person at the clinic will read your answers today."
            " If you feel very unwell, call {emergency_number}."
        ),
        actions=("call_clinic",),
        headline="Could not evaluate: read this entry",
        check="Read the entry yourself. A rule failed and said nothing about it.",
        clears="A clinician has read the entry.",
    ),
}
