"""`python -m backend.local.messages [check]`: the catalogues of translated words.

Gathers what the templates and modules of each app mark, writes the .po files that
translators fill, and the .mo files that the product reads. Nothing stays behind that no
page says any more. `check` changes nothing and names what is missing.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from backend.local.product import ROOT

# What a translation may move and must not lose.
PLACES = re.compile(r"%\(\w+\)s|\{\w+\}|</?\w+[^>]*>")
APPS = ("backend", "reminders", "tracker")
LANGUAGES = ("de", "es")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
METHODS = [
    ("**/migrations/**", "ignore"),
    ("**.py", "python"),
    ("**/templates/**.html", "backend.local.template_messages:extract"),
    ("**/templates/**.txt", "backend.local.template_messages:extract"),
]


def marked(app: str) -> Catalog:
    """What the app says, in English."""
    template = Catalog(project="Cairn", charset="utf-8")
    found = extract_from_dir(ROOT / app, METHODS, keywords=KEYWORDS)
    for _, _, words, _, context in found:
        template.add(words, context=context)
    return template


def place(app: str, language: str) -> Path:
    return ROOT / app / "locale" / language / "LC_MESSAGES" / "django.po"


def stored(app: str, language: str) -> Catalog:
    """The catalogue as it lies on the disk; an empty one if there is none."""
    path = place(app, language)
    if not path.exists():
        return Catalog(locale=language, project="Cairn", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def as_po(catalog: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_po(
        buffer, catalog, width=88, no_location=True, sort_output=True,
        ignore_obsolete=True,
    )  # fmt: skip
    return buffer.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def update() -> None:
    """Bring every .po up to what is said now, and compile it."""
    for app in APPS:
        template = marked(app)
        for language in LANGUAGES:
            catalog = stored(app, language)
            # A guess at a translation would look like one: nothing is guessed.
            catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
            path = place(app, language)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(as_po(catalog))
            path.with_suffix(".mo").write_bytes(as_mo(catalog))
            print(f"  {app:10} {language}  {len(list(missing(catalog)))} missing")


def problems() -> Iterator[str]:
    """One line for each word that somebody would read in the wrong language."""
    for app in APPS:
        said = {key(message) for message in marked(app) if message.id}
        for language in LANGUAGES:
            catalog, path = stored(app, language), place(app, language)
            where = path.relative_to(ROOT)
            known = {key(message) for message in catalog if message.id}
            for words in sorted(map(str, said - known)):
                yield f"{where}: not in the catalogue: {words}"
            for words in sorted(map(str, known - said)):
                yield f"{where}: nobody says this any more: {words}"
            for message in missing(catalog):
                yield f"{where}: not translated: {message.id}"
            for message in catalog:
                if not keeps_its_places(message):
                    yield f"{where}: other places or tags than in: {message.id}"
            compiled = path.with_suffix(".mo")
            if not compiled.exists() or compiled.read_bytes() != as_mo(catalog):
                yield f"{where}: the .mo is not made from this .po"


def missing(catalog: Catalog) -> Iterator[Message]:
    """Messages without words in this language, or with words nobody confirmed."""
    for message in catalog:
        if message.id and (message.fuzzy or not is_translated(message)):
            yield message


def keeps_its_places(message: Message) -> bool:
    """Whether what is filled in, and every tag, stands in the translation too."""
    return all(
        sorted(PLACES.findall(words)) == sorted(PLACES.findall(english))
        for english, words in zip(
            as_tuple(message.id), as_tuple(message.string), strict=True
        )
        if english and words
    )


def is_translated(message: Message) -> bool:
    return all(as_tuple(message.string))


def as_tuple(words: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """Singular and plural, where a message has both."""
    return tuple(words) if isinstance(words, tuple | list) else (words or "",)


def key(message: Message) -> tuple[str | None, object]:
    return message.context, message.id


def main(arguments: list[str]) -> int:
    if arguments != ["check"]:
        update()
        return 0
    found = list(problems())
    if found:
        print(*found, "`make messages` brings the catalogues up to date.", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
