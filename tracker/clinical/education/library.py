"""The cards of a clinic in a language: ours, as the clinic says them, and its own."""

from collections.abc import Iterable

from tracker.clinical.education.card import Card, Flag, WordedCard
from tracker.clinical.education.cards import CARDS
from tracker.clinical.education.clinic_card import ClinicCard
from tracker.clinical.education.wording import CARD_WORDS
from tracker.clinical.wording.languages import ENGLISH


def ours(language: str) -> tuple[WordedCard, ...]:
    """Every card as released."""
    return tuple(_ours(card, language) for card in CARDS)


def general(language: str) -> tuple[WordedCard, ...]:
    """The cards that say the same in every clinic: fit for a page of nobody."""
    return tuple(one for one in ours(language) if Flag.GENERAL in one.card.flags)


def of_clinic(language: str, edits: Iterable[ClinicCard]) -> tuple[WordedCard, ...]:
    """Every card that patients of a clinic may meet.

    What the clinic changed in one language stays ours in the others; its own card is
    read in the language it was written in where there is no other.
    """
    by_id = {edit.id: edit for edit in edits}
    found = [_of_clinic(card, by_id.get(card.id), language) for card in CARDS]
    found += [_own(edit, language) for edit in by_id.values() if edit.own]
    hidden = {edit.id for edit in by_id.values() if edit.is_hidden}
    return tuple(one for one in found if one.card.id not in hidden)


def worded(edit: ClinicCard, card: Card, language: str) -> WordedCard:
    """One card as a patient of the clinic reads it, hidden or not."""
    return _own(edit, language) if edit.own else _of_clinic(card, edit, language)


def _ours(card: Card, language: str) -> WordedCard:
    words = CARD_WORDS[language][card.id]
    return WordedCard(card, words.title, words.text, language)


def _of_clinic(card: Card, edit: ClinicCard | None, language: str) -> WordedCard:
    if edit is None or language not in edit.words:
        return _ours(card, language)
    words = edit.words[language]
    return WordedCard(card, words.title, words.text, language, is_clinics=True)


def _own(edit: ClinicCard, language: str) -> WordedCard:
    assert edit.own is not None
    spoken = next(one for one in (language, ENGLISH, *edit.words) if one in edit.words)
    words = edit.words[spoken]
    return WordedCard(edit.own, words.title, words.text, spoken, is_clinics=True)
