"""Words of a note that may mean a wish not to be, in three languages.

They count as the wish, never as a thought of acting: a person calls and asks.
"""

import re

from tracker.clinical.triage.notes.german_self_harm import GERMAN_SELF_HARM
from tracker.clinical.triage.notes.lexicon import Lexicon
from tracker.clinical.triage.notes.near_words import near_words
from tracker.clinical.triage.notes.nearby_english import NEARBY_ENGLISH
from tracker.clinical.triage.notes.spanish_self_harm import SPANISH_SELF_HARM
from tracker.clinical.triage.notes.wishes_english import ENGLISH
from tracker.clinical.triage.notes.wishes_german import GERMAN
from tracker.clinical.triage.notes.wishes_spanish import SPANISH

# The words say themselves whose they are.
_OWN = re.compile("")


def _meant(lexicon: Lexicon, patterns: tuple[str, ...]) -> Lexicon:
    joined = rf"\b(?:{'|'.join(patterns)})"
    return near_words(lexicon, {"passive": joined}, own=_OWN)


WISHES = (
    _meant(NEARBY_ENGLISH, ENGLISH),
    _meant(SPANISH_SELF_HARM, SPANISH),
    _meant(GERMAN_SELF_HARM, GERMAN),
)
