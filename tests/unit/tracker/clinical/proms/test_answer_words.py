"""Answers as a person reads them."""

import pytest

from tracker.clinical.proms.answer_words import answer_words
from tracker.clinical.proms.item import Item, Option


@pytest.mark.parametrize(
    ("kind", "answer", "words"),
    [
        ("choice", 1, "Often"),
        ("scale", 7, "7"),
        ("number", 2.5, "2.5"),
        ("yes_no", False, "No"),
        ("tick", True, "Yes"),
        ("text", "swim", "swim"),
        ("scale", None, ""),
        ("choices", [0, 1], "Never; Often"),
        ("choices", [1], "Often"),
    ],
)
def test_answer_in_words(kind, answer, words):
    options = (Option(0, "Never"), Option(1, "Often")) if "choice" in kind else ()

    assert answer_words(Item("a", "Ask", kind, options), answer) == words


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Yes"), ("es", "Sí"), ("de", "Ja")]
)
def test_yes_is_said_in_the_language(language, words):
    assert answer_words(Item("a", "Ask", "yes_no"), True, language) == words
