"""Words that may name an emergency by standing near each other.

A known phrase is how somebody said it before; the next person says it otherwise. Here
a part of the body, or what it does, stands a few words from what is wrong with it, in
either order and within one sentence. What takes a phrase back (a denial, another
person, the past, a leaflet) is told apart as for the known ones.
"""

APART = 7
"""Words between the two at most."""

# Possessive, so that a long row of dots is walked over once. "My bladder's leaking".
_BREAK = r"(?:'\w{1,2}\b)?+(?:\.\.++|[^\w.!?;'\n])++"


def near(
    subject: str, fault: str, *, unless: str = r"(?!)", within: int = APART
) -> str:
    """A pattern of both near each other, no word between them matching `unless`.

    `unless` names the words that turn a state round ("my legs are not numb"). A fault
    that says no itself ("cannot feel") needs none.
    """
    between = rf"{_BREAK}(?:(?!(?:{unless})\b)[\w']+{_BREAK}){{0,{within}}}?"
    return (
        rf"(?:{subject})\b{between}(?:{fault})\b"
        rf"|(?:{fault})\b{between}(?:{subject})\b"
    )
