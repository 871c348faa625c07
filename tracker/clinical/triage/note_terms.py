"""Words in a note that may speak of self-harm. They can only raise a level.

English only. A missed note costs more than a call too many, so the care for negation
and idiom is kept simple: a plain "not" or "never" just before, another person as the
subject, and the common figures of speech.
"""

import re

_TERMS = re.compile(
    r"\b(?:"
    r"(?:kill|hurt|harm|hang|shoot|cut|drown|overdos)(?:e|ing|ed)? ?my ?self"
    r"|(?:end|ending|take|taking) (?:my (?:own )?life|it all)"
    r"|suicid(?:e|al)"
    r"|(?:want|wants|wanted|wish|going|plan|planning|ready|rather|better)"
    r"(?: (?:to|i|that|was|were|just|off|be|go))* (?:die|dead)"
    r"|(?:do ?n[o']?t|do not|no longer) (?:want|wish) to (?:live|be alive|go on living)"
    r"|(?:want|going|ready|plan|planning|tempted) to end it"
    r"|(?:do ?n[o']?t|do not|never|not) (?:want to|wish to|to) wake up"
    r"(?! (?:early|at|so|with|my|the))"
    r"|(?:do ?n[o']?t|do not) feel like living"
    r"|(?:took|take|taken|taking) an overdose"
    r"|better off without me"
    r"|(?:no|any|the) (?:reason|point) (?:to|in|of) (?:live|living)"
    r"|(?:not|isn'?t) worth living"
    r"|self[- ]?harm(?:ing)?"
    r")\b"
)
_PASSIVE = re.compile(
    r"\b(?:wake up|better off|(?:wish|rather|better)\b.* (?:dead|die)"
    r"|(?:reason|point) (?:to|in|of)|worth living|feel like living"
    r"|(?:live|be alive|go on living))\b"
)
_DENIED = re.compile(
    r"(?:\bnot|\bnever|\bno|n't|\bdont|\bwithout|\bden(?:y|ies|ied))"
    r"(?: (?:any|at all|had|have|feeling|feel|think|thinking|thoughts?|plans?|am|i|i'm"
    r"|want|wanted|wish|going|plan|planning|to|of|about|or|ever|being|be|even|would"
    r"|intend|intention|try|trying|the|really))*$"
)
_OTHER_PERSON = re.compile(
    r"\b(?:he|she|they|brother|sister|friend|neighbou?r|cousin|uncle|aunt|father"
    r"|mother|son|daughter|husband|wife|film|movie|book|squad|prevention|hotline)\b"
    r"(?:(?! i\b)[^.!?;,]){0,30}$"
)
_OWN = re.compile(r"\b(?:me\b|my)")
_IDIOM = re.compile(r"^ (?:laughing|of boredom|for a (?:beer|coffee|pizza)|squad)")
_IDIOM_BEFORE = re.compile(r"\b(?:almost|nearly) $")
_ACCIDENT = re.compile(
    r"^(?: (?:again|badly|a bit|slightly))?"
    r" (?:lifting|shaving|cooking|gardening|while|when"
    r"|on (?:a|the)|in the (?:gym|garden))"
)
_ACCIDENTAL = re.compile(r"^(?:hurt|cut|harm)")


def self_harm_phrase(note: str) -> str | None:
    """The first phrase that may speak of the writer's own self-harm, or None."""
    text = " ".join(note.lower().replace("\u2019", "'").split())
    for match in _TERMS.finditer(text):
        if not _is_harmless(text, match):
            return match.group()
    return None


def is_passive(phrase: str) -> bool:
    """Whether the phrase is a wish not to be, rather than a thought of acting."""
    return bool(_PASSIVE.search(phrase))


def _is_harmless(text: str, match: re.Match[str]) -> bool:
    sentence = re.split(r"[.!?;]| but ", text[: match.start()])[-1]
    after = text[match.end() :]
    return bool(
        _DENIED.search(sentence.rstrip())
        or (_OTHER_PERSON.search(sentence) and not _OWN.search(match.group()))
        or _IDIOM.search(after)
        or _IDIOM_BEFORE.search(sentence)
        or (_ACCIDENTAL.search(match.group()) and _ACCIDENT.search(after))
    )
