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

# Folded; a word that two languages have counts for both.
_ENGLISH = """
after all am and are at be been but cant couldnt dont for from had has have havent i
id if im is it its ive just me my no not now of on or since so that the there they
this to today was were what when with wont you
"""
_SPANISH = """
al ayer como con cuando de del desde el en es eso esta esto estoy ha hace he hoy la
las le lo los mas me mi mis muy nada ni no pa para pero por porque puedo que se si
siento sin soy sy te tengo toda todo un una unos y ya
"""
_GERMAN = """
aber am auf bei beide beiden beim da das dem den der die ein eine es ganz gestern
hab habe han hat heute i ich im is ist kann kein keine keinen mehr mein meine meinen
meiner mi mich mir mit ned net nicht nimmer nit noch nur schon sehr seid seit so uf
und vom von war was wenn wie wird zu zum zur
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
