"""Which cards a day has, and the one that the first page shows."""

from collections.abc import Iterator, Sequence
from itertools import islice

from tracker.clinical.education.card import LAST_DAY, TOPICS, WordedCard
from tracker.clinical.education.situation import Situation

NEVER = -1


def of_day(
    cards: Sequence[WordedCard], situation: Situation, day: int
) -> tuple[WordedCard, ...]:
    """The cards for a day, in the order of the topics."""
    found = [worded for worded in cards if situation.allows(worded.card, day)]
    return tuple(sorted(found, key=lambda worded: TOPICS.index(worded.card.topic)))


def until(
    cards: Sequence[WordedCard], situation: Situation, day: int
) -> tuple[WordedCard, ...]:
    """The cards whose days have passed and that still hold, the latest first."""
    past = [
        worded
        for worded in cards
        if worded.card.to_day < day and situation.holds(worded.card, day)
    ]
    return tuple(sorted(past, key=lambda worded: -worded.card.to_day))


def one_a_day(
    cards: Sequence[WordedCard], situation: Situation
) -> Iterator[WordedCard | None]:
    """From day 0 on, the card of each day; the same whenever somebody asks.

    It is the one shown longest ago, so that none comes back within two weeks while
    another is there; among those never shown, the one whose days end first.
    """
    shown: dict[str, int] = {}
    for day in range(LAST_DAY + 1):
        chosen = min(
            (one for one in cards if situation.allows(one.card, day)),
            key=lambda one: (
                shown.get(one.card.id, NEVER),
                one.card.to_day,
                one.card.id,
            ),
            default=None,
        )
        if chosen:
            shown[chosen.card.id] = day
        yield chosen


def card_of_the_day(
    cards: Sequence[WordedCard], situation: Situation, day: int
) -> WordedCard | None:
    """The one card that the first page shows, on a day of the three phases."""
    if day < 0:
        return None
    return next(islice(one_a_day(cards, situation), day, None), None)
