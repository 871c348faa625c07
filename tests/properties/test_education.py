"""The card of the day, over any cards at all: always the same, never stale."""

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.examples import EXAMPLES
from tracker.clinical.education.card import LAST_DAY, Card, When, WordedCard
from tracker.clinical.education.choice import card_of_the_day, of_day, one_a_day
from tracker.clinical.education.situation import Situation

TWO_WEEKS = 14

SITUATIONS = st.builds(
    Situation, st.booleans(), st.booleans(), st.integers(0, LAST_DAY)
)


@st.composite
def any_cards(draw: st.DrawFn) -> list[WordedCard]:
    days = st.integers(0, LAST_DAY)
    windows = draw(st.lists(st.tuples(days, days), max_size=12))
    return [
        WordedCard(
            Card(
                f"card-{n}",
                "sleep",
                min(w),
                max(w),
                "ours",
                draw(st.sampled_from(When)),
            ),
            "Title",
            "Text.",
            "en",
        )
        for n, w in enumerate(windows)
    ]


@EXAMPLES
@given(any_cards(), SITUATIONS)
def test_a_day_with_cards_shows_one_of_them_and_no_other(cards, situation):
    for day, shown in enumerate(one_a_day(cards, situation)):
        offered = of_day(cards, situation, day)

        assert shown in offered if offered else shown is None


@EXAMPLES
@given(any_cards(), SITUATIONS, st.integers(-30, 400))
def test_the_order_of_the_cards_does_not_matter(cards, situation, day):
    shown = card_of_the_day(cards, situation, day)

    assert card_of_the_day(cards[::-1], situation, day) == shown


@EXAMPLES
@given(any_cards(), SITUATIONS)
def test_none_comes_back_within_two_weeks_while_another_is_there(cards, situation):
    last: dict[str, int] = {}
    for day, shown in enumerate(one_a_day(cards, situation)):
        if shown is None:
            continue
        fresh = {
            one.card.id
            for one in of_day(cards, situation, day)
            if day - last.get(one.card.id, -TWO_WEEKS) >= TWO_WEEKS
        }

        assert shown.card.id in fresh or not fresh
        last[shown.card.id] = day
