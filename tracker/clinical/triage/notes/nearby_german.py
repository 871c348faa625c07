"""German words of an emergency near each other, as typed and as spoken."""

import re

from tracker.clinical.triage.notes.german import GERMAN
from tracker.clinical.triage.notes.lexicon import at_word
from tracker.clinical.triage.notes.near_words import near_words
from tracker.clinical.triage.notes.nearby_german_bladder import BLADDER
from tracker.clinical.triage.notes.nearby_german_chest import CHEST
from tracker.clinical.triage.notes.nearby_german_legs import LEGS

_NEAR = {**BLADDER, **LEGS, **CHEST}
_SEASON = r"|\b(?:im (?:fruehling|fruhling|fruhjahr|sommer|herbst|winter)|damals)\b"
_PETS = r"|(?:katze|kater|hund|welpe|baby|kleiner?|bub) (?:hat|ist|macht)\b[^,]{0,30}$"

NEARBY_GERMAN = near_words(
    GERMAN,
    {code: at_word("|".join(patterns)) for code, patterns in _NEAR.items()},
    past=re.compile(GERMAN.past.pattern + _SEASON),
    other_person=re.compile(GERMAN.other_person.pattern + _PETS),
)
