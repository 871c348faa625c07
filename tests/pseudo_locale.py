"""English that runs from right to left: every word that went through the catalogues.

Each word is wrapped in signs that turn it round; what is not wrapped was not
translated.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo

from backend.local import messages
from tracker.clinical.education.wording import CARD_WORDS, TOPIC_TITLES
from tracker.clinical.wording.say import texts_in

CODE = "ar-xb"
TURNED, BACK = "\u202e", "\u202c"
# Tags, places to be filled in, and entities stay as they are.
_KEPT = re.compile(r"(<[^>]*>|%\(\w+\)s|%%|\{\w+\}|&\w+;)")
_WORD = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?")
_DATE_FORMAT = re.compile(r"[lDjFMYHi ,:]+")
_WRAPPED = re.compile(f"{TURNED}[^{BACK}]*{BACK}")


def turned(text: str) -> str:
    """The text as somebody would read it from the right."""
    if _DATE_FORMAT.fullmatch(text):
        return text
    return "".join(
        part if _KEPT.fullmatch(part) else _WORD.sub(rf"{TURNED}\g<0>{BACK}", part)
        for part in _KEPT.split(text)
    )


def untranslated(shown: str, known: Iterable[str] = ()) -> list[str]:
    """The English in what a page shows that no catalogue has turned, line by line.

    Medical texts come from tables of their own, which the tests of wording hold to be
    whole, and `known` are names: both are left out.
    """
    rest = _CORE.sub(" ", " ".join(_WRAPPED.sub(" ", shown).split(" ")))
    for name in known:
        rest = rest.replace(name, " ")
    return [
        line.strip() for line in rest.splitlines() if re.search("[A-Za-z]{3}", line)
    ]


def _texts_of_the_core() -> Iterator[str]:
    yield from texts_in("en").values()
    yield from TOPIC_TITLES["en"].values()
    for card in CARD_WORDS["en"].values():
        yield from (card.title, card.text)


def _pattern(text: str) -> str:
    """As it is shown: numbers filled in, in capitals or not."""
    parts = re.split(r"\{\w+\}", text)
    return rf"\b{'.{1,60}?'.join(map(re.escape, parts))}(?!\w)"


_CORE = re.compile(
    "|".join(map(_pattern, sorted(set(_texts_of_the_core()), key=len, reverse=True))),
    re.IGNORECASE,
)


def write(folder: Path) -> None:
    """The catalogue of all apps, where Django looks for it."""
    catalog = Catalog(locale="ar", charset="utf-8")
    for app in messages.APPS:
        for message in messages.marked(app):
            if not message.id:
                continue
            many = isinstance(message.id, tuple)
            words = message.id if isinstance(message.id, tuple) else (message.id,)
            forms = tuple(map(turned, words))
            # Arabic has six forms: one, and five that are plural here.
            string = (forms[1], forms[0], *[forms[1]] * 4) if many else forms[0]
            catalog.add(message.id, string, context=message.context)
    place = folder / "ar_XB" / "LC_MESSAGES" / "django.mo"
    place.parent.mkdir(parents=True)
    with place.open("wb") as file:
        write_mo(file, catalog)
