"""Which cards a day has, and the one for the first page."""

from dataclasses import replace

import pytest

from tests.unit.tracker.clinical.education.builders import ASKING, worded
from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.clinical.education import choice
from tracker.clinical.education.card import When
from tracker.clinical.education.situation import Situation
from tracker.clinical.protocol import Comfort


def ids(cards):
    return [one.card.id for one in cards]


def test_cards_of_a_day_come_by_topic():
    cards = [
        worded("late", 5, 9),
        worded("sleep", 0, 4),
        worded("move", 4, 4, topic="activity"),
    ]

    assert ids(choice.of_day(cards, ASKING, 4)) == ["move", "sleep"]
    assert ids(choice.of_day(cards, ASKING, 5)) == ["late"]
    assert ids(choice.of_day(cards, ASKING, 10)) == []


@pytest.mark.parametrize(
    ("when", "situation", "is_shown"),
    [
        (When.HEAT_ALLOWED, Situation(True, False, 42), True),
        (When.HEAT_ALLOWED, Situation(False, True, 42), False),
        (When.HEAT_NOT_ALLOWED, Situation(False, True, 42), True),
        (When.HEAT_NOT_ALLOWED, Situation(True, False, 42), False),
        (When.COLD_ALLOWED, Situation(False, True, 42), True),
        (When.COLD_ALLOWED, Situation(True, False, 42), False),
        (When.COLD_NOT_ALLOWED, Situation(True, False, 42), True),
        (When.COLD_NOT_ALLOWED, Situation(False, True, 42), False),
        (When.INSIDE_MEDICINE_WINDOW, Situation(False, False, 5), True),
        (When.INSIDE_MEDICINE_WINDOW, Situation(False, False, 4), False),
        (When.AFTER_MEDICINE_WINDOW, Situation(False, False, 5), False),
        (When.AFTER_MEDICINE_WINDOW, Situation(False, False, 4), True),
    ],
)
def test_card_waits_for_what_has_to_be_so(when, situation, is_shown):
    cards = [worded("one", 0, 9, when=when)]

    assert bool(choice.of_day(cards, situation, 5)) is is_shown


def test_earlier_cards_stay_readable_while_they_hold():
    cards = [
        worded("first", 0, 2),
        worded("second", 1, 4),
        worded("now", 5, 9),
        worded("window", 0, 3, when=When.INSIDE_MEDICINE_WINDOW),
        worded("later", 6, 9),
    ]

    over = replace(ASKING, medicine_window_ends=4)
    assert ids(choice.until(cards, over, 5)) == ["second", "first"]
    assert ids(choice.until(cards, ASKING, 5)) == ["second", "window", "first"]


def test_card_of_the_day_is_the_one_that_soon_ends_then_the_longest_unseen():
    cards = [worded("long", 0, 9), worded("short", 0, 1), worded("late", 3, 9)]
    shown = [choice.card_of_the_day(cards, ASKING, day) for day in range(6)]

    assert ids(shown) == ["short", "long", "long", "late", "long", "late"]


def test_day_without_a_card_has_none():
    cards = [worded("one", 2, 3)]

    assert [choice.card_of_the_day(cards, ASKING, day) for day in (0, 1, 4)] == [
        None,
        None,
        None,
    ]


@pytest.mark.parametrize("day", [-7, -1, 183, 400])
def test_days_outside_the_phases_have_no_card(day):
    assert choice.card_of_the_day([worded("one", 0, 182)], ASKING, day) is None


def test_situation_takes_heat_and_cold_from_the_plan():
    plan = replace(DEFAULT_PROTOCOL, comfort=Comfort(heat=True))

    assert Situation.of(plan, 14) == Situation(True, False, 42)


@pytest.mark.parametrize(
    ("plan_ends", "rules_end", "ends"), [(20, 14, 20), (20, 30, 30), (None, 14, 42)]
)
def test_the_later_end_of_the_medicine_window_holds(plan_ends, rules_end, ends):
    milestones = tuple(
        replace(one, last_day=plan_ends)
        for one in DEFAULT_PROTOCOL.milestones
        if one.code == "medicine_window_over" and plan_ends
    )
    plan = replace(DEFAULT_PROTOCOL, milestones=milestones)

    assert Situation.of(plan, rules_end).medicine_window_ends == ends
