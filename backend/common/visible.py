"""What of a typed text somebody can see. `str.strip` leaves much that nobody can."""

import re
from unicodedata import category

_BLANK = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
# Signs that are format characters by their category: they stand around Arabic, Syriac
# and Kaithi numbers (the property Prepended_Concatenation_Mark of Unicode).
_SIGNS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
# Letters and symbols by their category, drawn as nothing: fillers of Hangul, the
# vowels of Khmer that nobody writes, the Braille cell without a dot.
_FILLERS = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
# They change how the sign before them is drawn, as the heart that becomes an emoji
# and the flag of Wales, so they may end a text. Alone they are nothing.
_SHAPES = re.compile(
    "[\u034f\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0020-\U000e007f\U000e0100-\U000e01ef]"
)


def trimmed(text: str) -> str:
    """The text without what cannot be seen at its two ends; empty if nothing can.

    Inside nothing is touched: joiners make families of emoji and words of Persian.
    """
    seen = [place for place, sign in enumerate(text) if _is_seen(sign)]
    if not seen:
        return ""
    end = seen[-1] + 1
    while end < len(text) and _SHAPES.match(text[end]):
        end += 1
    return text[seen[0] : end]


def _is_seen(sign: str) -> bool:
    # NUL cannot be stored; it stays for those who refuse it in words.
    if category(sign) in _BLANK:
        return sign in _SIGNS or sign == "\x00"
    return sign not in _FILLERS and not _SHAPES.match(sign)
