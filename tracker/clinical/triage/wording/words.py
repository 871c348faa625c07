"""The shape of a wording: what the patient reads and what the clinician reads."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Patient: `title`, `text`, `actions`. Clinician: `headline`, `check`, `clears`.

    `text` may hold `{emergency_number}`. `clears` says what would let a clinician
    close the finding.
    """

    title: str
    text: str
    actions: tuple[str, ...]
    headline: str
    check: str
    clears: str


GO_NOW = ("call_emergency",)
CLINIC_CALLS = ("call_clinic", "rest")
TAKE_IT_EASY = ("rest",)
MEASURE = ("measure_again", "rest")
CRISIS = ("call_emergency", "call_crisis_line")
"""The kinds of action that screens turn into buttons with the clinic's numbers."""
