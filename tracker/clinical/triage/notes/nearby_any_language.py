"""Words near each other in a note, in every language we speak."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from tracker.clinical.triage.notes.any_language import self_harm_in_any_language
from tracker.clinical.triage.notes.languages_of import languages_of
from tracker.clinical.triage.notes.lexicon import Lexicon, Note
from tracker.clinical.triage.notes.nearby_english import NEARBY_ENGLISH
from tracker.clinical.triage.notes.nearby_german import NEARBY_GERMAN
from tracker.clinical.triage.notes.nearby_spanish import NEARBY_SPANISH
from tracker.clinical.triage.notes.wishes import WISHES

NEARBY: Mapping[str, Lexicon] = MappingProxyType(
    {"en": NEARBY_ENGLISH, "es": NEARBY_SPANISH, "de": NEARBY_GERMAN}
)

# "My foot keeps going dead" reads as a wish to die in 2026.1 and 2026.2.
_LIMB = re.compile(
    r"\b((?:foot|feet|legs?|arms?|hands?|toes?|fingers?|knees?|thighs?|calf|bum|side)"
    r"(?: (?:keeps?|kept|just|is|are|was|has|have|always|often|sometimes))*)"
    r" go(?:ing|es|ne)? dead\b",
    re.IGNORECASE,
)


def emergencies_nearby(
    note: str, known: Iterable[str] = ()
) -> Iterator[tuple[str, str]]:
    """Each symptom that the words of a note may mean, with these words.

    What lies within a `known` phrase that was found in it is passed over.
    """
    if not note:
        return
    read = Note.of(note)
    seen: set[str] = set()
    for language in languages_of(read.folded):
        for code, words in _beside(NEARBY[language], read, tuple(known)):
            if code not in seen:
                seen.add(code)
                yield code, words


def _beside(
    lexicon: Lexicon, read: Note, known: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """What a lexicon finds that is more than the words of a known phrase."""
    inside: set[str] = set()
    for code, words in lexicon.found_in(read):
        if any(words in phrase for phrase in known):
            inside.add(code)
        else:
            yield code, words
    if not inside:
        return
    rest = read.tidy
    for phrase in known:
        rest = rest.replace(phrase, ".")
    yield from (one for one in lexicon.found_in(Note.of(rest)) if one[0] in inside)


def self_harm_in_any_words(note: str) -> tuple[str, bool] | None:
    """A known phrase, or words that may mean a wish not to be; whether it is passive.

    Words that only may mean it count as the wish, never as a thought of acting.
    """
    if not note:
        return None
    note = _LIMB.sub(r"\1 asleep", note)
    known = self_harm_in_any_language(note)
    if known is not None:
        return known
    read = Note.of(note)
    meant = (words for lexicon in WISHES for _, words in lexicon.found_in(read))
    return next(((words, True) for words in meant), None)
