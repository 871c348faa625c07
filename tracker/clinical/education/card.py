"""A card before it is put into words: its topic, its days, when it holds."""

from dataclasses import dataclass
from enum import StrEnum

LAST_DAY = 182
"""Cards end with the third phase: after that there is nothing new to read."""


class When(StrEnum):
    """What has to be so for a card to be shown."""

    ALWAYS = "always"
    HEAT_ALLOWED = "heat_allowed"
    HEAT_NOT_ALLOWED = "heat_not_allowed"
    COLD_ALLOWED = "cold_allowed"
    COLD_NOT_ALLOWED = "cold_not_allowed"
    INSIDE_MEDICINE_WINDOW = "inside_medicine_window"
    AFTER_MEDICINE_WINDOW = "after_medicine_window"


class Flag(StrEnum):
    """What a card speaks of; `general` says the same in every clinic."""

    MENTIONS_HEAT = "mentions_heat"
    MENTIONS_COLD = "mentions_cold"
    MENTIONS_MEDICINE = "mentions_medicine"
    GENERAL = "general"


TOPICS = (
    "activity",
    "medicines",
    "physical_therapy",
    "food_and_water",
    "sleep",
    "stress_and_support",
    "posture",
    "heat_and_cold",
    "immune_health",
    "about_cell_therapy",
)
"""In the order of the plan."""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to know, from one day of the plan to another, both included."""

    id: str
    topic: str
    from_day: int
    to_day: int
    source: str
    when: When = When.ALWAYS
    flags: frozenset[Flag] = frozenset()


@dataclass(frozen=True, slots=True)
class WordedCard:
    """A card as somebody reads it."""

    card: Card
    title: str
    text: str
    language: str
    # The clinic's own words, or its own card.
    is_clinics: bool = False
