"""Alerts: moves between states, and escalation that never runs out."""

from datetime import timedelta

import pytest

from tracker.clinical.alert_lifecycle import (
    CALLS_AT_ONCE,
    OPENS_ALERT,
    RESOLUTION_REASONS,
    AlertState,
    ladder,
    may_move,
)
from tracker.clinical.levels import Level, time_to_acknowledge

OPEN, ACKNOWLEDGED, RESOLVED = AlertState


@pytest.mark.parametrize(
    ("state", "to", "allowed"),
    [
        (OPEN, ACKNOWLEDGED, True),
        (OPEN, RESOLVED, True),
        (OPEN, OPEN, False),
        (ACKNOWLEDGED, RESOLVED, True),
        (ACKNOWLEDGED, OPEN, True),
        (ACKNOWLEDGED, ACKNOWLEDGED, False),
        (RESOLVED, OPEN, False),
        (RESOLVED, ACKNOWLEDGED, True),
        (RESOLVED, RESOLVED, False),
    ],
)
def test_moves_between_states(state, to, allowed):
    assert may_move(state, to) is allowed


def test_levels_that_open_an_alert_and_call_at_once():
    assert sorted(OPENS_ALERT) == [Level.SOON, Level.URGENT, Level.EMERGENCY]
    assert sorted(CALLS_AT_ONCE) == [Level.URGENT, Level.EMERGENCY]


def test_resolution_reasons():
    assert list(RESOLUTION_REASONS) == [
        "expected_course",
        "advice_given",
        "visit_booked",
        "sent_to_emergency",
        "data_error",
        "adverse_event",
    ]


@pytest.mark.parametrize(
    ("level", "minutes", "index", "audience"),
    [
        (Level.EMERGENCY, 0, 0, "first"),
        (Level.EMERGENCY, 4, 0, "first"),
        (Level.EMERGENCY, 5, 1, "first"),
        (Level.EMERGENCY, 14, 2, "first"),
        (Level.EMERGENCY, 15, 3, "backup"),
        (Level.EMERGENCY, 20, 4, "lead"),
        (Level.EMERGENCY, 29, 4, "lead"),
        (Level.EMERGENCY, 30, 5, "everyone"),
        (Level.EMERGENCY, 44, 5, "everyone"),
        (Level.EMERGENCY, 45, 6, "everyone"),
        (Level.EMERGENCY, 24 * 60, 99, "everyone"),
        (Level.URGENT, 0, 0, "first"),
        (Level.URGENT, 119, 0, "first"),
        (Level.URGENT, 120, 1, "backup"),
        (Level.URGENT, 240, 2, "lead"),
        (Level.URGENT, 360, 3, "everyone"),
        (Level.URGENT, 479, 3, "everyone"),
        (Level.URGENT, 480, 4, "everyone"),
        (Level.SOON, 0, 0, "first"),
        (Level.SOON, 24 * 60, 1, "backup"),
        (Level.SOON, 48 * 60, 2, "lead"),
        (Level.SOON, 72 * 60, 3, "everyone"),
        (Level.SOON, 96 * 60, 4, "everyone"),
    ],
)
def test_step_due(level, minutes, index, audience):
    steps = ladder(level)

    assert steps.step_due(timedelta(minutes=minutes)) == index
    assert steps.audience_at(index) == audience


@pytest.mark.parametrize(
    ("level", "index", "audiences"),
    [
        (Level.EMERGENCY, 0, ("first", "backup", "lead", "everyone")),
        (Level.EMERGENCY, 2, ("first", "backup", "lead", "everyone")),
        (Level.EMERGENCY, 4, ("lead", "everyone")),
        (Level.EMERGENCY, 9, ("everyone",)),
        (Level.URGENT, 1, ("backup", "lead", "everyone")),
        (Level.SOON, 3, ("everyone",)),
    ],
)
def test_whom_a_step_and_those_after_it_tell(level, index, audiences):
    assert ladder(level).audiences_from(index) == audiences


@pytest.mark.parametrize(
    ("is_open", "tags", "hours"),
    [
        (True, (), 2),
        (False, (), 4),
        (True, ("infection_workup",), 1),
        (False, ("from_note", "infection_workup"), 1),
    ],
)
def test_urgent_ladder_follows_its_time_to_acknowledge(is_open, tags, hours):
    steps = ladder(Level.URGENT, is_open=is_open, tags=tags)

    assert [step.after.total_seconds() / 3600 for step in steps.steps] == [
        0,
        hours,
        2 * hours,
        3 * hours,
    ]
    assert steps.due_after(4) == timedelta(hours=4 * hours)


@pytest.mark.parametrize("level", [Level.EMERGENCY, Level.URGENT, Level.SOON])
def test_each_step_is_due_exactly_when_it_says(level):
    steps = ladder(level)
    for index in range(20):
        moment = steps.due_after(index)

        assert steps.step_due(moment) == index
        assert steps.step_due(moment - timedelta(seconds=1)) == index - 1


@pytest.mark.parametrize("level", [Level.NONE, Level.WATCH])
def test_other_levels_call_nobody(level):
    assert ladder(level) is None


def test_nothing_is_due_before_the_clock_begins():
    assert ladder(Level.EMERGENCY).step_due(timedelta(seconds=-1)) == -1


@pytest.mark.parametrize("level", [Level.NONE, Level.WATCH, Level.SOON])
def test_time_to_acknowledge_of_others_is_no_duration(level):
    assert time_to_acknowledge(level) is None


def test_time_to_acknowledge_of_an_emergency():
    found = time_to_acknowledge(Level.EMERGENCY, is_open=False)

    assert found == timedelta(minutes=15)
