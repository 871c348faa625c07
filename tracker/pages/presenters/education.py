"""What staff sees of the cards: who changed which, and what to look at twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.clinical.education import cautions, library
from tracker.clinical.education.card import TOPICS, Card, WordedCard
from tracker.clinical.education.cards import BY_ID, CARDS
from tracker.clinical.education.clinic_card import ClinicCard, read
from tracker.clinical.education.situation import Situation
from tracker.clinical.education.sources import SOURCES
from tracker.clinical.education.wording import TOPIC_TITLES
from tracker.clinical.wording.languages import ENGLISH, LANGUAGES

if TYPE_CHECKING:
    from tracker.models import ClinicCardVersion

WHERE = {
    "always": "",
    "heat_allowed": "where the protocol allows heat",
    "heat_not_allowed": "where the protocol does not allow heat",
    "cold_allowed": "where the protocol allows cold",
    "cold_not_allowed": "where the protocol does not allow cold",
    "inside_medicine_window": "inside the medicine window",
    "after_medicine_window": "after the medicine window",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One card in the list."""

    card: Card
    title: str
    where: str
    source: str
    state: str
    newest: "ClinicCardVersion | None"


@dataclass(frozen=True, slots=True)
class InLanguage:
    """A card as it is read in one language, with what to look at twice."""

    code: str
    name: str
    one: WordedCard
    cautions: list[str]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a card, in words."""

    version: "ClinicCardVersion"
    state: str


def by_topic(
    changes: "Iterable[ClinicCardVersion]",
) -> list[tuple[str, list[Row]]]:
    """Every card of a clinic under its topic, in the order of the days."""
    newest = {row.card: row for row in changes}
    edits = {card: read(card, row.content) for card, row in newest.items()}
    own = [edit.own for edit in edits.values() if edit.own]
    cards = sorted([*CARDS, *own], key=lambda card: (card.from_day, card.to_day))
    titles = TOPIC_TITLES[ENGLISH]
    return [
        (
            titles[topic],
            [
                _row(card, edits.get(card.id), newest.get(card.id))
                for card in cards
                if card.topic == topic
            ],
        )
        for topic in TOPICS
    ]


def in_languages(
    edit: ClinicCard, card: Card, situation: Situation
) -> list[InLanguage]:
    """The card as each patient reads it."""
    read_as = {code: library.worded(edit, card, code) for code in LANGUAGES}
    return [
        InLanguage(code, LANGUAGES[code], one, cautions.of(one, situation))
        for code, one in read_as.items()
        # An own card without words in a language is read in another.
        if one.language == code
    ]


def card_of(card_id: str, edit: ClinicCard | None) -> Card | None:
    """The days and the topic of a card that the clinic has."""
    return edit.own if edit and edit.own else BY_ID.get(card_id)


def history(versions: "Iterable[ClinicCardVersion]") -> list[Change]:
    """What each change made of a card, newest first."""
    return [Change(row, _state(read(row.card, row.content))) for row in versions]


def source(card: Card) -> str:
    """Where a card comes from, in words."""
    return SOURCES.get(card.source, "Your clinic")


def _row(
    card: Card, edit: ClinicCard | None, newest: "ClinicCardVersion | None"
) -> Row:
    edit = edit or ClinicCard(card.id)
    return Row(
        card=card,
        title=library.worded(edit, card, ENGLISH).title,
        where=WHERE[card.when],
        source=source(card),
        state=_state(edit),
        newest=newest,
    )


def _state(edit: ClinicCard) -> str:
    if edit.is_hidden:
        return "Hidden"
    languages = ", ".join(LANGUAGES[code] for code in edit.words)
    if edit.own:
        return f"Your own, in {languages}"
    return f"Your words in {languages}" if languages else "As released"
