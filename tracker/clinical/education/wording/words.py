"""What a card and a topic are called in one language."""

from dataclasses import dataclass

LONGEST_TITLE = 50
LONGEST_TEXT = 600


@dataclass(frozen=True, slots=True)
class CardWords:
    """A card as it is read: a title of one line, a text of a few short sentences."""

    title: str
    text: str
