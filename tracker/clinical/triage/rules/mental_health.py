"""Thoughts of ending one's life, asked or written in the note.

Source: the Columbia scale (C-SSRS) parts active thoughts from a passive wish.
"""

from tracker.clinical.levels import Level
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.note_terms import self_harm_phrase
from tracker.clinical.triage.parameters import Parameters


def self_harm(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R24. Active thoughts are an emergency, a passive wish or a note is urgent.

    Thoughts said to be as before are urgent where the clinic did not know of them, and
    watched where it did: never dropped.
    """
    thoughts = facts.answers("suicidal_thoughts")
    if facts.new_or_worse("suicidal_thoughts"):
        return found("R24", Level.EMERGENCY, thoughts)
    if thoughts:
        return found("R24", Level.URGENT, thoughts, "thoughts")
    if facts.present("wish_not_to_wake"):
        return found("R24", Level.URGENT, facts.answers("wish_not_to_wake"))
    phrase = self_harm_phrase(facts.note)
    if phrase:
        reason = Reason("Note", phrase, "may speak of self-harm")
        return found("R24", Level.URGENT, (reason,), "from_note")
    known = facts.reported("suicidal_thoughts")
    return found("R24", Level.WATCH, known) if known else None
