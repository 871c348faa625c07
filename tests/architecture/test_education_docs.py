"""Each card and each source has its line on the page that a clinician reads."""

import pytest

from tests.architecture.test_docs_current import rows
from tracker.clinical.education.card import Flag, When
from tracker.clinical.education.cards import CARDS
from tracker.clinical.education.sources import SOURCES

PAGE = rows("education.md")
SHOWN = {
    When.ALWAYS: "",
    When.HEAT_ALLOWED: "heat is allowed",
    When.HEAT_NOT_ALLOWED: "heat is not allowed",
    When.COLD_ALLOWED: "cold is allowed",
    When.COLD_NOT_ALLOWED: "cold is not allowed",
    When.INSIDE_MEDICINE_WINDOW: "inside the medicine window",
    When.AFTER_MEDICINE_WINDOW: "after the medicine window",
}


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_card_has_its_row(card):
    assert PAGE[card.id] == [
        card.topic,
        f"{card.from_day} to {card.to_day}",
        SHOWN[card.when],
        "yes" if Flag.GENERAL in card.flags else "",
        card.source,
    ]


def test_page_names_no_card_that_is_gone():
    named = {name for name, cells in PAGE.items() if len(cells) == 5}

    assert named - {"Id"} == {card.id for card in CARDS}


@pytest.mark.parametrize("source", SOURCES)
def test_source_has_its_row(source):
    assert PAGE[source] == [SOURCES[source]]
