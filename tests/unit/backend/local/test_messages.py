"""The catalogues are whole; and the check says so when they are not."""

import io

import pytest
from babel.messages import Catalog

from backend.local import messages, template_messages


def test_every_word_is_translated_and_compiled() -> None:
    assert list(messages.problems()) == []


def catalog(**fields: object) -> Catalog:
    made = Catalog(locale="de")
    made.add("Save {count}", **fields)
    return made


def test_a_word_without_a_translation_is_missing() -> None:
    assert len(list(messages.missing(catalog(string="")))) == 1
    assert list(messages.missing(catalog(string="{count} speichern"))) == []


def test_a_guess_that_nobody_confirmed_is_missing() -> None:
    guess = catalog(string="{count} speichern", flags=["fuzzy"])

    assert len(list(messages.missing(guess))) == 1


@pytest.mark.parametrize(
    ("words", "keeps"), [("{count} speichern", True), ("{zahl} speichern", False)]
)
def test_what_is_filled_in_must_stand_in_the_translation(
    words: str, keeps: bool
) -> None:
    (message,) = (m for m in catalog(string=words) if m.id)

    assert messages.keeps_its_places(message) is keeps


def test_marked_words_of_a_template_are_found() -> None:
    source = b"""{% translate "Plan" %} <p title="{{ day|date:_("j F") }}">
    {% blocktranslate count n=2 %}One {{ n }}{% plural %}Many {{ n }}
    {% endblocktranslate %} not marked</p>"""

    found = template_messages.extract(io.BytesIO(source), (), (), {})

    assert [words for _, _, words, _ in found] == [
        "Plan",
        "j F",
        ("One %(n)s", "Many %(n)s\n    "),
    ]
