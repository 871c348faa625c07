"""What a clinic may make of a card, and what is refused."""

import pytest

from tests.unit.tracker.clinical.education.builders import ASKING
from tracker.clinical.education import cautions, library
from tracker.clinical.education.card import Card, When, WordedCard
from tracker.clinical.education.cards import BY_ID
from tracker.clinical.education.clinic_card import (
    ClinicCard,
    InvalidCard,
    is_known,
    read,
)
from tracker.clinical.education.situation import Situation
from tracker.clinical.education.wording.words import CardWords

CLASS = {
    "words": {"es": {"title": "Clase", "text": "Los martes. A las cinco."}},
    "topic": "physical_therapy",
    "from_day": 15,
    "to_day": 42,
}


def one_of(cards, card_id):
    return next(one for one in cards if one.card.id == card_id)


def test_a_clinic_says_a_card_in_its_own_words():
    edit = read("worry", {"words": {"en": {"title": " Call us ", "text": "Any day."}}})
    english = one_of(library.of_clinic("en", [edit]), "worry")
    german = one_of(library.of_clinic("de", [edit]), "worry")

    assert (english.title, english.text, english.is_clinics) == (
        "Call us",
        "Any day.",
        True,
    )
    assert german == one_of(library.ours("de"), "worry")


def test_a_clinic_hides_a_card():
    edit = read("worry", {"is_hidden": True})
    shown = {one.card.id for one in library.of_clinic("en", [edit])}

    assert shown == set(BY_ID) - {"worry"}


def test_a_card_of_its_own_is_read_in_its_language_where_there_is_no_other():
    edit = read("own-1", CLASS)
    german = one_of(library.of_clinic("de", [edit]), "own-1")

    assert (german.title, german.language, german.is_clinics) == ("Clase", "es", True)
    assert (german.card.topic, german.card.source) == ("physical_therapy", "clinic")


def test_a_card_of_its_own_is_read_in_english_before_another():
    words = CLASS["words"] | {"en": {"title": "Class", "text": "On Tuesday. At 5."}}
    edit = read("own-1", CLASS | {"words": words})

    assert [library.worded(edit, edit.own, la).title for la in ("en", "es", "de")] == [
        "Class",
        "Clase",
        "Class",
    ]


def test_the_words_of_a_card_that_is_ours():
    edit = ClinicCard("worry", words={"es": CardWords("Hola", "Uno. Dos.")})

    assert library.worded(edit, BY_ID["worry"], "es").title == "Hola"


@pytest.mark.parametrize(
    "edit",
    [
        ClinicCard("worry"),
        ClinicCard("worry", True, {"de": CardWords("Titel", "Text.")}),
        ClinicCard(
            "own-1",
            words={"en": CardWords("Class", "Text.")},
            own=Card("own-1", "sleep", 0, 182, "clinic"),
        ),
    ],
    ids=["nothing", "changed", "own"],
)
def test_json_round_trip(edit):
    assert read(edit.id, edit.as_json()) == edit


@pytest.mark.parametrize(
    ("card_id", "known"), [("worry", True), ("own-1", True), ("retired", False)]
)
def test_a_card_that_was_retired_is_not_known(card_id, known):
    assert is_known(card_id) is known


def test_a_card_with_nothing_said_leaves_ours():
    assert read("worry", {}).says_nothing
    assert not read("worry", {"is_hidden": True}).says_nothing
    assert not read("own-1", CLASS).says_nothing


@pytest.mark.parametrize(
    ("card_id", "data", "fields"),
    [
        ("worry", {"words": {"en": {"title": "x", "text": " "}}}, ["text_en"]),
        ("worry", {"words": {"de": {"title": "", "text": "x"}}}, ["title_de"]),
        ("worry", {"words": {"en": {"title": "x" * 51, "text": "x"}}}, ["title_en"]),
        ("worry", {"words": {"es": {"title": "x", "text": "x" * 601}}}, ["text_es"]),
        ("own-1", CLASS | {"words": {}}, ["title_en"]),
        ("own-1", CLASS | {"topic": "cars"}, ["topic"]),
        ("own-1", CLASS | {"from_day": "x"}, ["from_day"]),
        ("own-1", CLASS | {"from_day": True}, ["from_day"]),
        ("own-1", CLASS | {"from_day": -1}, ["from_day"]),
        ("own-1", CLASS | {"to_day": 183}, ["to_day"]),
        ("own-1", CLASS | {"from_day": 43}, ["to_day"]),
        ("own-1", {}, ["title_en", "topic", "from_day", "to_day"]),
    ],
)
def test_a_card_that_could_not_be_shown_is_refused(card_id, data, fields):
    with pytest.raises(InvalidCard) as caught:
        read(card_id, data)

    assert [name for name, _ in caught.value.faults] == fields
    assert str(caught.value) == caught.value.faults[0][1]


@pytest.mark.parametrize(
    ("text", "situation", "says"),
    [
        ("Take ibuprofen.", ASKING, "anti-inflammatory"),
        ("Tome un AINE.", ASKING, "anti-inflammatory"),
        ("70 % feel better.", ASKING, "odds"),
        ("The cells worked.", ASKING, "odds"),
        ("Use a warm pad.", ASKING, "heat"),
        ("Benutzen Sie ein Wärmekissen.", ASKING, "heat"),
        ("Use an ice pack.", ASKING, "cold"),
        ("Ponga hielo.", ASKING, "cold"),
        ("Use a warm pad or ice.", Situation(True, True, 42), None),
        ("Walk a little.", ASKING, None),
    ],
)
def test_a_clinic_is_asked_to_look_twice(text, situation, says):
    shown = WordedCard(Card("own-1", "sleep", 40, 60, "clinic"), "A title", text, "en")
    found = cautions.of(shown, situation)

    assert len(found) == (1 if says else 0)
    assert says is None or says in found[0]


def test_after_the_window_a_name_is_no_caution():
    late = Card("own-1", "sleep", 43, 60, "clinic")
    conditional = Card("own-1", "sleep", 43, 60, "clinic", When.HEAT_NOT_ALLOWED)

    assert cautions.of(WordedCard(late, "x", "Naproxen.", "en"), ASKING) == []
    assert cautions.of(WordedCard(conditional, "x", "No heat.", "en"), ASKING) == []
