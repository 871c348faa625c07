"""The cards as released: complete, calm, on every day, and never against the clinic."""

import re
from itertools import product

import pytest

from tests.unit.tracker.clinical.education.builders import ASKING
from tracker.clinical.education import choice, library
from tracker.clinical.education.card import LAST_DAY, TOPICS, Flag, When
from tracker.clinical.education.cards import BY_ID, CARDS
from tracker.clinical.education.cautions import (
    ANTI_INFLAMMATORY,
    COLD,
    HEAT,
    PROMISE,
)
from tracker.clinical.education.situation import Situation
from tracker.clinical.education.sources import SOURCES
from tracker.clinical.education.wording import CARD_WORDS, TOPIC_TITLES
from tracker.clinical.education.wording.words import LONGEST_TITLE
from tracker.clinical.wording.languages import LANGUAGES, TRANSLATED

SITUATIONS = [
    Situation(heat, cold, window)
    for heat, cold, window in product((True, False), (True, False), (14, 28, 42, 90))
]
EVERY_DAY = range(LAST_DAY + 1)
MEDICINES_AGAINST_INFLAMMATION = {
    "en": "against inflammation",
    "es": "contra la inflamación",
    "de": "gegen Entzündung",
}


def sentences(text):
    return [part for part in re.split(r"(?<=[.?!])\s+", text) if part]


def all_words():
    return [
        pytest.param(language, words, id=f"{language}-{card_id}")
        for language, table in CARD_WORDS.items()
        for card_id, words in table.items()
    ]


def test_ids_are_used_once():
    assert len(BY_ID) == len(CARDS) >= 40


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_card_has_topic_days_and_source(card):
    assert card.topic in TOPICS
    assert 0 <= card.from_day <= card.to_day <= LAST_DAY
    assert card.source in SOURCES


def test_every_topic_has_cards_and_every_source_is_used():
    assert {card.topic for card in CARDS} == set(TOPICS)
    assert {card.source for card in CARDS} == set(SOURCES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_has_every_card_and_topic_and_no_other(language):
    assert set(CARD_WORDS[language]) == set(BY_ID)
    assert list(TOPIC_TITLES[language]) == list(TOPICS)


def test_no_other_language_is_there():
    assert set(CARD_WORDS) == set(TOPIC_TITLES) == set(LANGUAGES)


@pytest.mark.parametrize(("language", "words"), all_words())
def test_words_are_short_and_plain(language, words):
    assert 0 < len(words.title) <= LONGEST_TITLE
    assert 2 <= len(sentences(words.text)) <= 5
    assert all(len(one.split()) <= 25 for one in sentences(words.text))
    assert words.text[-1] == "."


@pytest.mark.parametrize(("language", "words"), all_words())
def test_words_promise_nothing_and_name_no_medicine(language, words):
    text = f"{words.title} {words.text}"

    assert not ANTI_INFLAMMATORY.search(text)
    assert not PROMISE.search(text)
    assert not re.search(r"monitor|überwach|vigila|supervis", text.lower())


@pytest.mark.parametrize("language", TRANSLATED)
def test_translation_has_the_same_numbers(language):
    def figures(text):
        return sorted(re.findall(r"\d+", text))

    for card_id, words in CARD_WORDS[language].items():
        assert figures(words.text) == figures(CARD_WORDS["en"][card_id].text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_heat_and_cold_are_flagged_and_wait_for_the_clinic(language):
    def holds_only(pattern, flag):
        return {
            card.id
            for card in CARDS
            if pattern.search(CARD_WORDS[language][card.id].text)
            and (flag not in card.flags or card.when is When.ALWAYS)
        }

    # Somebody may feel hot, and a day may be warm.
    assert holds_only(HEAT, Flag.MENTIONS_HEAT) <= {"temperature", "water_when_active"}
    assert holds_only(COLD, Flag.MENTIONS_COLD) == set()


def test_every_card_about_medicine_is_flagged():
    speaking = {
        card.id
        for card in CARDS
        if card.topic == "medicines"
        or re.search(r"medicine|capsules|vaccine", CARD_WORDS["en"][card.id].text)
    }
    flagged = {card.id for card in CARDS if Flag.MENTIONS_MEDICINE in card.flags}

    assert speaking == flagged


@pytest.mark.parametrize("language", LANGUAGES)
def test_medicine_against_inflammation_is_spoken_of_by_the_window_alone(language):
    phrase = MEDICINES_AGAINST_INFLAMMATION[language]
    speaking = {
        card.id: card.when
        for card in CARDS
        if phrase
        in " ".join(
            (CARD_WORDS[language][card.id].title, CARD_WORDS[language][card.id].text)
        )
    }

    assert set(speaking) == {
        "leave_inflammation_medicine",
        "still_leave",
        "before_again",
    }
    assert When.ALWAYS not in speaking.values()


@pytest.mark.parametrize("situation", SITUATIONS, ids=str)
def test_every_day_has_two_to_six_cards(situation):
    cards = library.ours("en")
    counts = {day: len(choice.of_day(cards, situation, day)) for day in EVERY_DAY}

    assert {day: n for day, n in counts.items() if not 2 <= n <= 6} == {}


@pytest.mark.parametrize("window", [14, 28, 42, 90])
def test_no_card_says_the_window_is_over_inside_it(window):
    situation = Situation(False, False, window)
    cards = library.ours("en")
    shown = {
        day: {one.card.when for one in choice.of_day(cards, situation, day)}
        for day in EVERY_DAY
    }

    assert all(
        When.AFTER_MEDICINE_WINDOW not in shown[day] for day in range(window + 1)
    )
    assert all(
        When.INSIDE_MEDICINE_WINDOW not in shown[day]
        for day in range(window + 1, LAST_DAY + 1)
    )


@pytest.mark.parametrize("situation", SITUATIONS, ids=str)
def test_each_card_gets_a_day_of_its_own(situation):
    cards = library.ours("en")
    shown = {one.card.id for one in choice.one_a_day(cards, situation)}
    readable = {
        card.id
        for card in CARDS
        if any(situation.allows(card, day) for day in EVERY_DAY)
    }

    assert readable - shown <= {"still_leave"}


def test_none_comes_back_within_two_weeks_while_another_is_there():
    cards = library.ours("en")
    last_shown = {}
    for day, one in enumerate(choice.one_a_day(cards, ASKING)):
        shown = one.card.id
        if day - last_shown.get(shown, -99) < 14:
            others = choice.of_day(cards, ASKING, day)
            assert all(
                last_shown[other.card.id] >= last_shown[shown] for other in others
            ), day
        last_shown[shown] = day


def test_general_cards_leave_out_what_a_clinic_decides():
    general = library.general("de")

    assert {one.card.when for one in general} == {When.ALWAYS}
    assert {one.card.topic for one in general} == {*TOPICS} - {
        "physical_therapy",
        "heat_and_cold",
    }
    assert all(one.text == CARD_WORDS["de"][one.card.id].text for one in general)
