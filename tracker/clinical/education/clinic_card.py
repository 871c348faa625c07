"""What a clinic makes of one card: hides it, says it otherwise, or adds its own."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from tracker.clinical.education.card import LAST_DAY, TOPICS, Card
from tracker.clinical.education.cards import BY_ID
from tracker.clinical.education.wording.words import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    CardWords,
)
from tracker.clinical.wording.languages import LANGUAGES

CLINIC = "clinic"
"""The source of a clinic's own card."""

OWN = "own-"
"""How the ids of such cards begin."""

Fault = tuple[str, str]


class InvalidCard(ValueError):
    """A card that could not be shown; each fault is a field and a sentence."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults[0][1])
        self.faults = faults


@dataclass(frozen=True, slots=True)
class ClinicCard:
    """The clinic's say on a card; one that says nothing leaves ours as it is."""

    id: str
    is_hidden: bool = False
    words: Mapping[str, CardWords] = field(default_factory=dict)
    # Topic and days of a card that only this clinic has.
    own: Card | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether our own card stands as released."""
        return not (self.is_hidden or self.words or self.own)

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types that `read` turns back into an equal card."""
        stored: dict[str, Any] = {
            "is_hidden": self.is_hidden,
            "words": {language: asdict(one) for language, one in self.words.items()},
        }
        if self.own:
            stored |= {
                "topic": self.own.topic,
                "from_day": self.own.from_day,
                "to_day": self.own.to_day,
            }
        return stored


def is_known(card_id: str) -> bool:
    """Whether it is a card of ours, as released now, or a clinic's own."""
    return card_id in BY_ID or card_id.startswith(OWN)


def read(card_id: str, data: Mapping[str, Any]) -> ClinicCard:
    """A card out of stored or edited data. Raises InvalidCard with every fault."""
    is_own = card_id.startswith(OWN)
    words = _words(data)
    faults = [fault for language in words for fault in _faults(language, words)]
    if is_own:
        faults += _day_faults(data)
        if not words:
            faults.insert(0, ("title_en", "Write a title and a text."))
    if faults:
        raise InvalidCard(faults)
    return ClinicCard(
        id=card_id,
        is_hidden=bool(data.get("is_hidden")),
        words=words,
        own=_own(card_id, data) if is_own else None,
    )


def _words(data: Mapping[str, Any]) -> dict[str, CardWords]:
    """The languages in which something was written, in the order of LANGUAGES."""
    given = data.get("words") or {}
    found = {}
    for language in LANGUAGES:
        one = given.get(language) or {}
        title = str(one.get("title") or "").strip()
        text = str(one.get("text") or "").strip()
        if title or text:
            found[language] = CardWords(title, text)
    return found


def _faults(language: str, words: Mapping[str, CardWords]) -> list[Fault]:
    name, one = LANGUAGES[language], words[language]
    return [
        (f"{part}_{language}", message)
        for part, is_wrong, message in (
            ("title", not one.title, f"The {name} title is missing."),
            (
                "title",
                len(one.title) > LONGEST_TITLE,
                f"The {name} title has at most {LONGEST_TITLE} letters.",
            ),
            ("text", not one.text, f"The {name} text is missing."),
            (
                "text",
                len(one.text) > LONGEST_TEXT,
                f"The {name} text has at most {LONGEST_TEXT} letters.",
            ),
        )
        if is_wrong
    ]


def _day_faults(data: Mapping[str, Any]) -> list[Fault]:
    first, last = data.get("from_day"), data.get("to_day")
    faults = []
    if data.get("topic") not in TOPICS:
        faults.append(("topic", "Choose one of the topics."))
    for name, label, day in (("from_day", "first", first), ("to_day", "last", last)):
        if type(day) is not int or not 0 <= day <= LAST_DAY:
            faults.append(
                (name, f"The {label} day is a whole number from 0 to {LAST_DAY}.")
            )
    if type(first) is int and type(last) is int and first > last:
        faults.append(("to_day", "The last day is not before the first day."))
    return faults


def _own(card_id: str, data: Mapping[str, Any]) -> Card:
    return Card(card_id, data["topic"], data["from_day"], data["to_day"], CLINIC)
