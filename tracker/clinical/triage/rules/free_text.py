"""Terms in notes that deserve a question.

Source: our proposal. A note may raise the level, never lower it.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from tracker.clinical.levels import Level
from tracker.clinical.symptoms import SYMPTOMS, Change
from tracker.clinical.triage.emergency_terms import emergencies_in
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.notes.any_language import emergencies_in_any_language
from tracker.clinical.triage.notes.nearby_any_language import emergencies_nearby
from tracker.clinical.triage.parameters import Parameters
from tracker.clinical.triage.rules.allergy import AIRWAY, severe_reaction
from tracker.clinical.triage.rules.cauda_equina import (
    BLADDER,
    BOTH_LEGS,
    bladder_change,
    both_legs,
)
from tracker.clinical.triage.rules.neurological import (
    SEVERE_WEAKNESS,
    WEAKNESS,
    weakness,
)
from tracker.clinical.triage.rules.vascular import HEART_AND_LUNGS, heart_and_lungs

Rule = Callable[[TriageFacts, Parameters], Finding | None]

FAMILIES: tuple[tuple[tuple[str, ...], tuple[Rule, ...]], ...] = (
    (BLADDER, (bladder_change,)),
    (BOTH_LEGS, (both_legs,)),
    ((*SEVERE_WEAKNESS, *WEAKNESS), (weakness,)),
    ((*AIRWAY, *HEART_AND_LUNGS), (severe_reaction, heart_and_lungs)),
)
"""Symptoms that are told in each other's words, with the rules that judge them."""


def emergency_in_note(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R30. The note may name an emergency that no answer of this entry speaks of.

    It asks "Did you mean that you have this now?" and is urgent at once: no reply is
    the case to be afraid of. The tags are the symptoms asked about; what an answer
    changes is in `note_question`.
    """
    phrases = emergencies_in(facts.note)
    return _asked((c, text) for c, text in phrases if not _is_spoken_of(facts, c))


def emergency_in_note_of_any_language(
    facts: TriageFacts, limits: Parameters
) -> Finding | None:
    """R30 from 2026.2. The same, for notes in every language we speak.

    Answers to other symptoms of the family count only where they raised the alarm.
    """
    return _asked(
        (code, text)
        for code, text in emergencies_in_any_language(facts.note)
        if not (_is_answered(facts, code) or _is_raised(facts, code, limits))
    )


def emergency_in_note_in_any_words(
    facts: TriageFacts, limits: Parameters
) -> Finding | None:
    """R30 from 2026.3. The same, and words of an emergency near each other.

    Known phrases go first: near words ask about other families only, and the words of
    a known phrase are its own, also where it is answered.
    """
    known = dict(emergencies_in_any_language(facts.note))
    asked = {
        code: text
        for code, text in known.items()
        if not _is_settled(facts, code, limits)
    }
    for code, text in emergencies_nearby(facts.note, known.values()):
        if _family(code).isdisjoint(asked) and not _is_settled(facts, code, limits):
            asked[code] = text
    return _asked(asked.items())


def _asked(phrases: Iterable[tuple[str, str]]) -> Finding | None:
    asked = tuple(phrases)
    if not asked:
        return None
    reasons = tuple(
        Reason("Note", phrase, f"not ticked: {SYMPTOMS[code].label}")
        for code, phrase in asked
    )
    return found("R30", Level.URGENT, reasons, *(code for code, _ in asked))


def _is_spoken_of(facts: TriageFacts, code: str) -> bool:
    """Whether the entry answers it or any other symptom of its family."""
    families = (family for family, _ in FAMILIES if code in family)
    return any(_is_answered(facts, one) for one in {code}.union(*families))


def _family(code: str) -> set[str]:
    return {code}.union(*(family for family, _ in FAMILIES if code in family))


def _is_settled(facts: TriageFacts, code: str, limits: Parameters) -> bool:
    return _is_answered(facts, code) or _is_raised(facts, code, limits)


def _is_answered(facts: TriageFacts, code: str) -> bool:
    """Whether the entry speaks of it: by any change, or as known and not ticked."""
    if facts.symptoms is None:
        return False
    return code in facts.symptoms or code in facts.profile.known_symptoms


def _is_raised(facts: TriageFacts, code: str, limits: Parameters) -> bool:
    """Whether a new or worse symptom of its family raised all that a yes would."""
    yes = replace(facts, symptoms={**(facts.symptoms or {}), code: Change.NEW})
    return any(
        _level(rules, facts, limits) >= _level(rules, yes, limits)
        for family, rules in FAMILIES
        if code in family and facts.new_or_worse(*family)
    )


def _level(rules: Iterable[Rule], facts: TriageFacts, limits: Parameters) -> Level:
    found_by_them = (rule(facts, limits) for rule in rules)
    levels = (finding.level for finding in found_by_them if finding)
    return max(levels, default=Level.NONE)
