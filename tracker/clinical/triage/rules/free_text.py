"""Terms in notes that deserve a question.

Source: our proposal. A note may raise the level, never lower it.
"""

from collections.abc import Iterable, Iterator

from tracker.clinical.levels import Level
from tracker.clinical.symptoms import SYMPTOMS
from tracker.clinical.triage.emergency_terms import emergencies_in
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding, Reason, found
from tracker.clinical.triage.notes.any_language import emergencies_in_any_language
from tracker.clinical.triage.parameters import Parameters
from tracker.clinical.triage.rules.allergy import AIRWAY
from tracker.clinical.triage.rules.cauda_equina import BLADDER, BOTH_LEGS
from tracker.clinical.triage.rules.neurological import SEVERE_WEAKNESS, WEAKNESS
from tracker.clinical.triage.rules.vascular import HEART_AND_LUNGS

FAMILIES = (
    BLADDER,
    BOTH_LEGS,
    (*SEVERE_WEAKNESS, *WEAKNESS),
    (*AIRWAY, *HEART_AND_LUNGS),
)
"""An answer to one of a family answers for its note: its own rule has judged it."""


def emergency_in_note(facts: TriageFacts, limits: Parameters) -> Finding | None:
    """R30. The note may name an emergency that no answer of this entry speaks of.

    It asks "Did you mean that you have this now?" and is urgent at once: no reply is
    the case to be afraid of. The tags are the symptoms asked about; what an answer
    changes is in `note_question`.
    """
    return _asked(facts, emergencies_in(facts.note))


def emergency_in_note_of_any_language(
    facts: TriageFacts, limits: Parameters
) -> Finding | None:
    """R30 from 2026.2. The same, for notes in every language we speak."""
    return _asked(facts, emergencies_in_any_language(facts.note))


def _asked(facts: TriageFacts, phrases: Iterable[tuple[str, str]]) -> Finding | None:
    asked = [(code, text) for code, text in phrases if not _is_answered(facts, code)]
    if not asked:
        return None
    reasons = tuple(
        Reason("Note", phrase, f"not ticked: {SYMPTOMS[code].label}")
        for code, phrase in asked
    )
    return found("R30", Level.URGENT, reasons, *(code for code, _ in asked))


def _is_answered(facts: TriageFacts, code: str) -> bool:
    """Whether the entry speaks of it: by any change, or as known and not ticked."""
    if facts.symptoms is None:
        return False
    family = set(_family(code))
    return not family.isdisjoint(facts.symptoms) or (
        not family.isdisjoint(facts.profile.known_symptoms)
    )


def _family(code: str) -> Iterator[str]:
    yield code
    for family in FAMILIES:
        if code in family:
            yield from family
