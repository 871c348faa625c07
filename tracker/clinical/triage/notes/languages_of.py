"""Which languages a note may be written in, by the small words of each.

The near words of a language take long to look for; a note of some length without one
small word of a language has nothing to say in it. Who mixes two is read in both.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

FEW = 6
"""A note of so many words may do without small ones: it is read in every language."""

_WORD = re.compile(r"\w+")

# Folded. Words that another of these languages has are left out: they show nothing.
_ENGLISH = """
after an and are back been both but cannot cant couldnt day days did didnt does dont
down feel feeling felt for get good got had have havent if is it its ive just like
more my not now of or out since still that the there they this to today too up very
week well were what when with wont would you
"""
_SPANISH = """
al ayer bien cada casi como con cuando de del desde dia dias dos el en entre eso
esta esto estoy ha hace hasta hoy la las le lo los mas mi mis muy nada ni nunca otra
otro pa para pero por porque puedo que si siempre siento sin sobre soy sy tambien
tan te tengo toda todo tres un una unos y ya
"""
_GERMAN = """
abend aber alle alles auch auf bei beide beiden beim bin bis da dann das dass dem
den der die drei ein eine er etwas ganz gehts gestern gut hab habe habs hatte heute
ich ihr im immer ist jetzt kann kein keine keinen konnte links man mehr mein meine
meinen meiner mich mir mit morgen muss musste nach nacht ned net nicht nimmer nit
noch nur oder ohne rechts schon sehr seid seit sie sind tag tage uber und uns unter
viel vom von vor wars wegen weil wenn wie wieder will wir wird zu zum zur zwei
"""
_SMALL: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": frozenset(_ENGLISH.split()),
        "es": frozenset(_SPANISH.split()),
        "de": frozenset(_GERMAN.split()),
    }
)


def languages_of(folded: str) -> list[str]:
    """The languages that a folded note may be in; all of them where none shows."""
    words = _WORD.findall(folded)
    if len(words) <= FEW:
        return [*_SMALL]
    used = set(words)
    return [name for name, small in _SMALL.items() if used & small] or [*_SMALL]
