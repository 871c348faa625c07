"""A note read in every language we speak: people mix them, whatever they chose."""

import re
from collections.abc import Iterator
from itertools import chain

from tracker.clinical.triage.emergency_terms import emergencies_in
from tracker.clinical.triage.note_terms import is_passive, self_harm_phrase
from tracker.clinical.triage.notes.english import ENGLISH
from tracker.clinical.triage.notes.german import GERMAN
from tracker.clinical.triage.notes.german_self_harm import GERMAN_SELF_HARM
from tracker.clinical.triage.notes.lexicon import Note
from tracker.clinical.triage.notes.spanish import SPANISH
from tracker.clinical.triage.notes.spanish_self_harm import SPANISH_SELF_HARM

# "Der Plan die Woche": the only German that reads as a wish to die in English.
_GERMAN_DIE = re.compile(r"\bplan die\b", re.IGNORECASE)


def emergencies_in_any_language(note: str) -> Iterator[tuple[str, str]]:
    """Each symptom that the note may name as the writer's own, with the phrase."""
    if not note:
        return
    seen: set[str] = set()
    # The reading of 2026.1 stays beside the later one: nothing it heard is lost.
    read = Note.of(note)
    later = (lexicon.found_in(read) for lexicon in (ENGLISH, SPANISH, GERMAN))
    for code, phrase in chain(emergencies_in(note), *later):
        if code not in seen:
            seen.add(code)
            yield code, phrase


def self_harm_in_any_language(note: str) -> tuple[str, bool] | None:
    """A phrase that may speak of the writer's own self-harm; whether it is passive.

    A thought of acting goes before a wish not to be, in whatever language.
    """
    if not note:
        return None
    found = [*_in_english(note)]
    read = Note.of(note)
    for lexicon in (SPANISH_SELF_HARM, GERMAN_SELF_HARM):
        found += [
            (phrase, kind == "passive") for kind, phrase in lexicon.found_in(read)
        ]
    return min(found, key=lambda one: one[1], default=None)


def _in_english(note: str) -> Iterator[tuple[str, bool]]:
    phrase = self_harm_phrase(_GERMAN_DIE.sub("plan", note))
    if phrase is not None:
        yield phrase, is_passive(phrase)
