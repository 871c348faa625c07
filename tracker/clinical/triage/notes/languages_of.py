"""Which languages a note may be written in, by the commonest words of each.

The near words of a language take long to look for; a note of some length without one of
them has nothing to say in it. Who mixes two is read in both.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

FEW = 6
"""A note of so many words may do without small ones: it is read in every language."""

_WORD = re.compile(r"\w+")

# Folded, with the commonest parts of the body. Words that another of these languages
# has are left out: they show nothing.
_ENGLISH = """
after an and are back been bladder both bottom breath breathing bum but cannot cant
chest couldnt day days did didnt does dont down feel feeling feet felt foot for get
good got had have havent if is it its ive just leg legs like more my not now numb of
or out pee since still that the there they this to today toilet too up very weak wee
week well were what when with wont would you
"""
_SPANISH = """
aire al ayer baño bien caca cada caminar casi como con cuando culo de del desde dia
dias dormida dormidas dormido dos el en entre eso esta esto estoy ha hace hasta hoy
la las le lo los mas mi mis muy nada ni nunca orina orinar otra otro pa para pecho
pero pierna piernas pies por porque puedo que respirar sangre si siempre siento sin
sobre soy sy tambien tan te tengo toda todo tres un una unos vejiga y ya
"""
_GERMAN = """
abend aber alle alles atmen auch auf bei beide beiden beim bein beine bin bis blase
blut brust da dann das dass dem den der die drei ein eine er etwas fuße füße ganz
gehts gestern gut hab habe habs hatte heute hintern ich ihr im immer ist jetzt kann
kein keine keinen klo konnte laufen links luft man mehr mein meine meinen meiner
mich mir mit morgen muss musste nach nacht ned net nicht nimmer nit noch nur oder
ohne pinkeln po rechts schon sehr seid seit sie sind stuhl tag tage taub uber und
uns unter urin viel vom von vor wars wegen weil wenn wie wieder will wir wird zu zum
zur zwei
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
