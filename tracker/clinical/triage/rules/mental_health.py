"""Thoughts of ending one's life, and low mood.

Source: the Columbia scale (C-SSRS) parts active thoughts from a passive wish; Arroll
2010 (PHQ-2 of 3 or more: sensitivity 61 %, specificity 92 %); PHQ-4 of 6 is moderate.
"""

from tracker.clinical.levels import Level
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.note_terms import is_passive, self_harm_phrase
from tracker.clinical.triage.notes.any_language import self_harm_in_any_language
from tracker.clinical.triage.notes.nearby_any_language import self_harm_in_any_words
from tracker.clinical.triage.parameters import Parameters


def self_harm(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R24. Active thoughts are an emergency, a passive wish is urgent.

    A note counts like an answer. Thoughts said to be as before are urgent where the
    clinic did not know of them, and watched where it did: never dropped.
    """
    phrase = self_harm_phrase(facts.note)
    note = (phrase, is_passive(phrase)) if phrase else None
    return _worst(_answered(facts), _written(note), _known(facts))


def self_harm_in_note_of_any_language(
    facts: TriageFacts, limits: Parameters
) -> Finding | None:
    """R24 from 2026.2. The same, for notes in every language we speak."""
    note = self_harm_in_any_language(facts.note)
    return _worst(_answered(facts), _written(note), _known(facts))


def self_harm_in_note_in_any_words(
    facts: TriageFacts, limits: Parameters
) -> Finding | None:
    """R24 from 2026.3. The same, and words near each other, which count as a wish."""
    note = self_harm_in_any_words(facts.note)
    return _worst(_answered(facts), _written(note), _known(facts))


def _worst(*findings: Finding | None) -> Finding | None:
    spoken = [finding for finding in findings if finding is not None]
    # The first of equals: an answer says more than a note.
    return max(spoken, key=lambda finding: finding.level, default=None)


def _answered(facts: TriageFacts) -> Finding | None:
    thoughts = facts.answers("suicidal_thoughts")
    if facts.self_harm:
        thoughts += (Reason("Thoughts of self-harm", "yes", "asked after the scores"),)
    if facts.self_harm or facts.new_or_worse("suicidal_thoughts"):
        return found("R24", Level.EMERGENCY, thoughts)
    if thoughts:
        return found("R24", Level.URGENT, thoughts, "thoughts")
    if facts.present("wish_not_to_wake"):
        return found("R24", Level.URGENT, facts.answers("wish_not_to_wake"))
    return None


def _written(note: tuple[str, bool] | None) -> Finding | None:
    if note is None:
        return None
    phrase, is_a_wish = note
    reason = Reason("Note", phrase, "may speak of self-harm")
    level = Level.URGENT if is_a_wish else Level.EMERGENCY
    return found("R24", level, (reason,), "from_note")


def _known(facts: TriageFacts) -> Finding | None:
    known = facts.reported("suicidal_thoughts")
    return found("R24", Level.WATCH, known) if known else None


def low_mood(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R25. Mood scores at the limit; new low mood without a score is watched.

    A yes to the question on self-harm is R24. No answer to it does not hide the score.
    """
    if facts.self_harm:
        return None
    scores = tuple(
        Reason(name, str(total), f"limit {limit}")
        for name, total, limit in (
            ("PHQ-2", facts.phq2_total, limits.phq2_limit),
            ("PHQ-4", facts.phq4_total, limits.phq4_limit),
        )
        if total is not None and total >= limit
    )
    if scores:
        return found("R25", Level.SOON, scores + facts.answers("low_mood"))
    if facts.present("low_mood"):
        return found("R25", Level.WATCH, facts.answers("low_mood"))
    return None
