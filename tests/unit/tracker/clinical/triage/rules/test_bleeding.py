"""R08."""

import pytest

from tests.unit.tracker.clinical.builders import entry, facts, profile, told

NERVE = {"leg_pain_one_side": "new"}
R08 = [("R08", "emergency")]


@pytest.mark.parametrize(
    ("day", "before", "now", "symptoms", "who", "expected"),
    [
        (5, 5, 8, NERVE, profile(), R08),
        (5, 5, 8, {}, profile("blood_thinner"), R08),
        (5, 5, 8, None, profile("blood_thinner"), R08),
        (10, 5, 8, NERVE, profile(), R08),
        (0, 5, 8, NERVE, profile(), R08),
        (11, 5, 8, NERVE, profile(), []),
        (-1, 5, 8, NERVE, profile(), []),
        (5, 6, 8, NERVE, profile(), []),
        (5, 4, 7, NERVE, profile(), []),
        (5, 5, 8, {}, profile(), []),
        (5, 5, 8, {"leg_pain_one_side": "same"}, profile(), []),
        (5, 5, 8, {"arm_pain": "new"}, profile(), []),
        (5, None, 8, NERVE, profile(), []),
        (5, 5, None, NERVE, profile(), []),
    ],
)
def test_fast_growing_pain(day, before, now, symptoms, who, expected):
    earlier = (entry(day - 1, pain=before),)

    given = facts(day, earlier=earlier, pain=now, symptoms=symptoms, who=who)

    assert told(given) == expected


def test_rise_within_one_day_counts():
    earlier = (entry(4, pain=9), entry(5, hour=-8, pain=4))

    given = facts(5, earlier=earlier, pain=8, symptoms=NERVE)

    assert told(given) == R08


def test_rise_over_two_days_is_not_fast():
    given = facts(5, earlier=(entry(3, pain=4),), pain=8, symptoms=NERVE)

    assert told(given) == []
