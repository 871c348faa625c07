"""The questionnaires that come with the product, all in our own wording.

They are not validated as the instruments whose range they share. A clinic that holds
a licence, or wants a published one, imports it (`fhir`) under the published scoring.
"""

from collections.abc import Mapping
from types import MappingProxyType

from tracker.clinical.proms.instrument import (
    Condition,
    Instrument,
    Item,
    Option,
)
from tracker.clinical.proms.schedule import Schedule
from tracker.clinical.proms.self_harm import self_harm_questions

OWN_LICENCE = "Our own wording; free to use with this product."

BASELINE = (0, 7, 0)
"""Day, days before, days after: the week before the procedure."""

_MILESTONES = ((14, 3, 3), (42, 7, 7), (91, 14, 14), (182, 21, 21), (365, 30, 30))


def _at(*windows: tuple[int, int, int]) -> Schedule:
    days, before, after = zip(*windows, strict=True)
    return Schedule(days=days, before=before, after=after)


AT_MILESTONES = _at(*_MILESTONES)
AT_BASELINE_AND_FROM_WEEK_SIX = _at(BASELINE, *_MILESTONES[1:])

WEEKLY = Schedule(
    days=(0, 365),
    before=(7, 30),
    after=(0, 30),
    every=7,
    every_from=7,
    every_until=182,
)
"""Weekly as long as entries are; a year on, once more."""


def _zero_to_ten(code: str, text: str, low: str, high: str) -> Item:
    return Item(
        code,
        text,
        "scale",
        lowest=0,
        highest=10,
        low_label=low,
        high_label=high,
        required=True,
    )


WEEKLY_IMPACT = Instrument(
    code="weekly_impact",
    version="1",
    title="Your week",
    intro="Three questions about the last 7 days.",
    items=(
        _zero_to_ten(
            "pain",
            "How strong was your back pain on most days?",
            "No pain",
            "Worst pain",
        ),
        _zero_to_ten(
            "enjoyment",
            "How much did pain spoil the things you like?",
            "Not at all",
            "Fully",
        ),
        _zero_to_ten(
            "activity",
            "How much did pain hold you back in your day?",
            "Not at all",
            "Fully",
        ),
    ),
    scoring="impact_mean",
    schedule=WEEKLY,
    licence=OWN_LICENCE,
)

_HOW_OFTEN = (
    Option(0, "On no day", "0"),
    Option(1, "On a few days", "1"),
    Option(2, "On many days", "2"),
    Option(3, "On most days or each day", "3"),
)

MOOD_SCREEN = Instrument(
    code="mood_screen",
    version="1",
    title="Mood and worry",
    intro=(
        "Four questions about the last two weeks. Pain and mood pull on each other, "
        "so we ask about both."
    ),
    items=(
        Item("tension", "You felt tense or restless inside.", "choice", _HOW_OFTEN),
        Item("worry", "Worries kept going round in your head.", "choice", _HOW_OFTEN),
        Item("sadness", "You felt sad or empty.", "choice", _HOW_OFTEN),
        Item(
            "joylessness", "The things you like gave you no joy.", "choice", _HOW_OFTEN
        ),
        *self_harm_questions(("sadness", "joylessness")),
    ),
    scoring="mood",
    schedule=AT_BASELINE_AND_FROM_WEEK_SIX,
    licence=OWN_LICENCE,
)

GLOBAL_CHANGE = Instrument(
    code="global_change",
    version="1",
    title="Then and now",
    intro="Think of your back before the procedure, and of your back today.",
    items=(
        Item(
            "change",
            "Your back is now",
            "choice",
            (
                Option(1, "A great deal better", "1"),
                Option(2, "Much better", "2"),
                Option(3, "A little better", "3"),
                Option(4, "The same", "4"),
                Option(5, "A little worse", "5"),
                Option(6, "Much worse", "6"),
                Option(7, "A great deal worse", "7"),
            ),
            required=True,
        ),
    ),
    scoring="global_change",
    schedule=AT_MILESTONES,
    licence=OWN_LICENCE,
)

SANE = Instrument(
    code="sane",
    version="1",
    title="Your back as one number",
    intro="0 means that your back is of no use. 100 means that all is as it should be.",
    items=(
        Item(
            "normal",
            "What number is your back today?",
            "number",
            lowest=0,
            highest=100,
            low_label="Of no use",
            high_label="As it should be",
            required=True,
            whole=True,
        ),
    ),
    scoring="sane",
    schedule=AT_BASELINE_AND_FROM_WEEK_SIX,
    licence=OWN_LICENCE,
)

_PLACES = ("first", "second", "third")


def _activity(place: str) -> tuple[Item, Item]:
    name = f"{place}_activity"
    return (
        Item(
            name,
            f"The {place} thing that your back makes hard for you",
            "text",
            help="For example: tie my shoes, drive to work, lift my child.",
            required=place == "first",
            remembered=True,
        ),
        Item(
            f"{place}_ability",
            f"How well can you do the {place} thing today?",
            "scale",
            lowest=0,
            highest=10,
            low_label="I cannot do it",
            high_label="As well as before my back trouble",
            show_if=Condition(name, "exists", True),
        ),
    )


PSFS = Instrument(
    code="psfs",
    version="1",
    title="What you want to do again",
    intro=(
        "Name up to three things that your back makes hard. "
        "We keep them, and ask about the same things later."
    ),
    items=tuple(item for place in _PLACES for item in _activity(place)),
    scoring="psfs_mean",
    schedule=AT_BASELINE_AND_FROM_WEEK_SIX,
    licence=OWN_LICENCE,
)

OWN_INSTRUMENTS: Mapping[str, Instrument] = MappingProxyType(
    {
        instrument.code: instrument
        for instrument in (WEEKLY_IMPACT, MOOD_SCREEN, GLOBAL_CHANGE, SANE, PSFS)
    }
)
