"""Alerts: moves between states, and escalation that never runs out."""

from datetime import timedelta

import pytest

from tracker.clinical.alert_lifecycle import (
    MESSAGES_STAFF,
    OPENS_ALERT,
    RESOLUTION_REASONS,
    AlertState,
    audience_at,
    due_after,
    escalation_steps,
    may_move,
    step_due,
)
from tracker.clinical.levels import Level

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


def test_levels_that_open_an_alert_and_message_staff():
    assert sorted(OPENS_ALERT) == [Level.SOON, Level.URGENT, Level.EMERGENCY]
    assert sorted(MESSAGES_STAFF) == [Level.URGENT, Level.EMERGENCY]


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
    ],
)
def test_step_due(level, minutes, index, audience):
    assert step_due(level, timedelta(minutes=minutes)) == index
    assert audience_at(level, index) == audience


@pytest.mark.parametrize("level", [Level.EMERGENCY, Level.URGENT])
def test_each_step_is_due_exactly_when_it_says(level):
    for index in range(20):
        moment = due_after(level, index)

        assert step_due(level, moment) == index
        assert step_due(level, moment - timedelta(seconds=1)) == index - 1


@pytest.mark.parametrize("level", [Level.NONE, Level.WATCH, Level.SOON])
def test_other_levels_have_no_steps(level):
    assert escalation_steps(level) == ()
    assert step_due(level, timedelta(days=9)) == -1


def test_nothing_is_due_before_the_alert():
    assert step_due(Level.EMERGENCY, timedelta(seconds=-1)) == -1
