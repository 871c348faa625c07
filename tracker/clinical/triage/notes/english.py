"""Phrases of an emergency in English, as rule sets from 2026.2 on read them.

The phrases of 2026.1 and what takes them back, with less that silences them.
"""

import re

from tracker.clinical.triage.emergency_terms import (
    CLAUSE,
    DENIED,
    FIGURE,
    ONLY_READ,
    OTHER_PERSON,
    OWN,
    PAST,
    PRESENT,
    TERMS,
)
from tracker.clinical.triage.notes.compiled_later import CompiledLater
from tracker.clinical.triage.notes.lexicon import NEVER, Lexicon

_NOW_NOT = r"[^.!?]{0,40}\bnow (?:i )?can(?:'?t|not| not)\b"
_MORE = {
    "urine_hesitancy": (rf"(?:could|used to) (?:pee|wee|urinate)\b{_NOW_NOT}"),
    "cannot_stand_or_walk": rf"(?:could|used to) (?:walk|stand)\b{_NOW_NOT}",
}

# Without it something does not go, or nobody noticed: no denial of what follows.
_NEEDED = (
    r"(?! (?:(?:any|a|my) )?(?:help|support|stick|cane|crutch\w*|frame|walker|warning"
    r"|reason|notic\w+|knowing|feeling it|tablets|pills|medicines?)\b)"
)
# Fear is of what is named at once, not of what follows a comma or a reason.
_TO_ITS_END = r"(?!.*(?:,|\bbecause\b))"

ENGLISH = Lexicon(
    terms=CompiledLater(
        {
            code: rf"{term.pattern}|\b(?:{_MORE.get(code, NEVER.pattern)})"
            for code, term in TERMS.items()
        }
    ),
    clause=CLAUSE,
    denied=re.compile(DENIED.pattern.replace("without", f"without{_NEEDED}")),
    # A figure of speech counts after the phrase only.
    denied_after=FIGURE,
    confirmed=re.compile(
        r"^[^,]{0,30}\b(?:(?:like|as) (?:this|today|now)|until now)\b"
        r"|\b(?:that|this)(?:'s| is) (?:exactly )?(?:what|how) i\b|\bi have exactly"
    ),
    other_person=OTHER_PERSON,
    own=OWN,
    past=PAST,
    # Read with the phrase, which may hold a "not" of its own.
    present=re.compile(
        PRESENT.pattern.replace("not|", r"(?<!could )not\b(?! (?:able|been able))|")
    ),
    only_read=re.compile(
        ONLY_READ.pattern.replace(
            "afraid of|scared of", rf"(?:afraid|scared) of{_TO_ITS_END}"
        )
    ),
    thought=re.compile(
        r",|\b(?:and|because|so|now)\b"
        r"|(?<!if )(?<!when )\b(?=i (?:can'?t|can ?not|can|have|had|am|feel|do|did|lost"
        r"|leak|wet|still|just)\b|i'[mv]"
        r"|my \w+ (?:is|are|feels?|has|have|went|keeps?|hurts?|got)\b)"
    ),
    stated=re.compile(
        r"\b(?:i|my|both)\b|^ ?(?:can'?t|can ?not|could ?n'?t|have|had|leak|lost)"
    ),
    supposed=NEVER,
    consequence=NEVER,
    figure=NEVER,
)
