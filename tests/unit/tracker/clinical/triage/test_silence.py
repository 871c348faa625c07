"""Days without an entry: R31 and T6."""

import json

import pytest

from tests.unit.tracker.clinical.builders import entry, pain_days, profile
from tracker.clinical.levels import Level
from tracker.clinical.triage.engine import evaluate_day
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.rulesets import RULESETS
from tracker.clinical.triage.silence import facts_without_entry


def silent(day, *earlier, **more):
    return facts_without_entry(day=day, earlier=earlier, profile=profile(), **more)


def told(facts):
    return [(f.rule_id, f.level.code) for f in evaluate_day(facts)]


REMINDER = [("R31", "none")]
SOON = [("R31", "soon")]


@pytest.mark.parametrize(
    ("last", "day", "expected"),
    [
        (5, 7, []),
        (5, 8, REMINDER),
        (12, 15, []),
        (12, 18, []),
        (12, 19, REMINDER),
        (35, 41, []),
        (35, 42, REMINDER),
        (40, 53, []),
        (40, 54, REMINDER),
        (170, 183, []),
        (170, 205, REMINDER),
        (340, 365, []),
        (300, 365, REMINDER),
        (300, 366, []),
        (-3, 2, []),
        (-3, 3, REMINDER),
    ],
)
def test_silence_grows_with_the_plan_of_entries(last, day, expected):
    assert told(silent(day, entry(last, pain=3))) == expected


@pytest.mark.parametrize(("day", "expected"), [(2, []), (3, REMINDER)])
def test_silence_from_the_start(day, expected):
    assert told(silent(day)) == expected


@pytest.mark.parametrize(
    ("pains", "expected"),
    [
        ((4, 5, 6), SOON),
        ((4, 6), SOON),
        ((4, 5, 5), REMINDER),
        ((4, 6, 5), REMINDER),
        ((4, 7, 7, 7), REMINDER),
        ((6,), REMINDER),
    ],
)
def test_silence_after_rising_pain_is_soon(pains, expected):
    assert told(silent(13, *pain_days(10 - len(pains), *pains))) == expected


def test_pain_that_rose_before_the_last_entries_says_nothing():
    earlier = (*pain_days(5, 4, 5, 6), entry(9, symptoms={}))

    assert told(silent(13, *earlier)) == REMINDER


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"symptoms": {"constipation": "new"}}, SOON),
        ({"temperature_c": 37.5}, SOON),
        ({"temperature_c": 37.4}, REMINDER),
        ({"symptoms": {"calf_swelling": "new"}}, SOON),
    ],
)
def test_silence_after_a_finding_is_soon(answers, expected):
    assert told(silent(13, entry(9, pain=3), entry(10, **answers))) == expected


def test_any_entry_of_the_last_day_counts():
    earlier = (entry(10, hour=-2, temperature_c=38.2), entry(10, temperature_c=36.8))

    assert told(silent(13, *earlier)) == SOON


@pytest.mark.parametrize(
    ("level", "expected"), [(Level.NONE, REMINDER), (Level.WATCH, SOON)]
)
def test_level_that_the_caller_knows_is_not_found_again(level, expected):
    earlier = entry(10, temperature_c=38.5)

    assert told(silent(13, earlier, last_level=level)) == expected


@pytest.mark.parametrize(
    ("day", "paused", "expected"),
    [
        (13, range(10, 14), []),
        (14, range(10, 14), []),
        (16, range(10, 14), []),
        (20, range(20, 21), []),
        (23, range(12, 18), REMINDER),
        (22, range(12, 18), []),
        (23, (), REMINDER),
    ],
)
def test_announced_days_are_not_counted(day, paused, expected):
    assert told(silent(day, entry(10, pain=3), paused=frozenset(paused))) == expected


def test_day_with_an_entry_is_not_silent():
    assert told(silent(10, entry(10, pain=3))) == []


def test_entries_after_the_day_are_ignored():
    assert told(silent(8, entry(5, pain=3), entry(9, pain=3))) == REMINDER


@pytest.mark.parametrize(
    ("day", "pain", "expected"),
    [
        (42, 6, [("T6", "watch")]),
        (84, 6, [("T6", "soon")]),
        (84, 5, []),
        (182, 5, [("T6", "watch")]),
        (83, 6, []),
    ],
)
def test_no_change_is_found_without_an_entry(day, pain, expected):
    earlier = (entry(day - 8, pain=pain), entry(day - 2, pain=pain))

    assert told(silent(day, *earlier)) == expected


def test_reminder_says_why_and_opens_nothing():
    (finding,) = evaluate_day(silent(8, entry(5, pain=3)))

    assert finding.level is Level.NONE
    assert (finding.reasons[0].value, finding.reasons[0].comparison) == (
        "3 days",
        "limit 3 days",
    )


def test_facts_of_a_silent_day_can_be_stored():
    facts = silent(13, *pain_days(7, 4, 5, 6))

    assert TriageFacts.from_json(json.loads(json.dumps(facts.as_json()))) == facts
    assert (facts.days_silent, facts.was_rising) == (4, True)


def test_clinic_may_move_the_days():
    ruleset = RULESETS["2026.1"].with_parameters(silence_days_initial=5)

    assert evaluate_day(silent(8, entry(5, pain=3)), ruleset) == ()
