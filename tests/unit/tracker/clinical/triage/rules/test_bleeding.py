"""R08."""

import pytest

from tests.unit.tracker.clinical.builders import entry, facts, profile, told, told_by
from tracker.clinical.triage.engine import evaluate
from tracker.clinical.triage.rulesets import RULESETS

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
    earlier = (entry(3, pain=4), entry(4, pain=6))

    assert told(facts(5, earlier=earlier, pain=8, symptoms=NERVE)) == []


@pytest.mark.parametrize(("last", "expected"), [(3, R08), (-9, R08), (-10, [])])
def test_missed_day_does_not_hide_a_jump(last, expected):
    earlier = (entry(last - 1, pain=8), entry(last, pain=4))

    assert told(facts(5, earlier=earlier, pain=8, symptoms=NERVE)) == expected


def test_first_entry_of_all_is_no_jump():
    assert told(facts(5, pain=9, who=profile("blood_thinner"))) == []


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (7, 9, []),
        (7, 10, R08),
        (8, 9, []),
        (8, 10, R08),
        (9, 9, []),
        (9, 10, R08),
        (10, 10, []),
    ],
)
def test_reaching_the_end_of_the_scale_is_enough_where_it_leaves_no_more_room(
    before, now, expected
):
    who = profile("blood_thinner", baseline_pain=9.0)

    given = facts(5, earlier=(entry(4, pain=before),), pain=now, who=who)

    assert told(given) == expected


@pytest.mark.parametrize(
    ("day", "before", "now", "symptoms", "who", "expected"),
    [
        # 10 yesterday, 10 today: nothing is left to rise.
        (5, 10, 10, NERVE, profile(baseline_pain=9.0), R08),
        (10, 10, 10, NERVE, profile(baseline_pain=None), R08),
        (5, 10, 10, {}, profile("blood_thinner", baseline_pain=8.0), R08),
        (5, None, 10, {}, profile("blood_thinner", baseline_pain=8.0), R08),
        (5, 10, 10, {}, profile("blood_thinner", baseline_pain=8.5), []),
        (5, 10, 10, {}, profile("blood_thinner", baseline_pain=None), []),
        (5, 10, 10, {"leg_pain_one_side": "same"}, profile(baseline_pain=9.0), []),
        (5, 9, 9, NERVE, profile(baseline_pain=9.0), []),
        (11, 10, 10, NERVE, profile(baseline_pain=9.0), []),
        (-1, 10, 10, NERVE, profile(baseline_pain=9.0), []),
        (0, 10, 10, NERVE, profile(baseline_pain=9.0), R08),
        # No yesterday: the baseline of 6 is held against.
        (5, None, 9, NERVE, profile(), R08),
        (5, None, 8, NERVE, profile(), []),
        (5, None, 8, NERVE, profile(baseline_pain=5.0), R08),
        (5, None, 8, NERVE, profile(baseline_pain=None), R08),
        (5, None, 7, NERVE, profile(baseline_pain=None), []),
        (5, None, 9, NERVE, profile(baseline_pain=8.0), []),
        (5, None, 9, {}, profile("blood_thinner"), []),
        (5, None, None, NERVE, profile(), []),
        (5, 7, 9, NERVE, profile(), []),
    ],
)
def test_growth_that_no_entry_can_show(day, before, now, symptoms, who, expected):
    earlier = () if before is None else (entry(day - 1, pain=before),)

    given = facts(day, earlier=earlier, pain=now, symptoms=symptoms, who=who)

    assert [f for f in told(given, "2026.2") if f[0] == "R08"] == expected
    assert told_by("R08", given, "2026.1") is None


@pytest.mark.parametrize(
    ("before", "now", "who", "comparison"),
    [
        (10, 10, profile(), "the end of the scale: it cannot show a rise"),
        (None, 9, profile(), "6 before the procedure, no entry since"),
        (None, 9, profile(baseline_pain=None), "nothing to compare with"),
    ],
)
def test_reason_says_what_the_pain_is_held_against(before, now, who, comparison):
    earlier = () if before is None else (entry(4, pain=before),)
    given = facts(5, earlier=earlier, pain=now, symptoms=NERVE, who=who)

    (finding,) = (f for f in evaluate(given, RULESETS["2026.2"]) if f.rule_id == "R08")

    pain, nerve = finding.reasons
    assert (pain.answer, pain.value, pain.comparison) == ("Pain", str(now), comparison)
    assert nerve.value == "new"


def test_entry_of_two_weeks_ago_is_compared_with():
    assert facts(5, earlier=(entry(-9, pain=8),), pain=9).no_pain_before is False
    assert facts(5, earlier=(entry(-10, pain=8),), pain=9).no_pain_before is True
    assert facts(5, earlier=(entry(4, mobility=8),), pain=9).no_pain_before is True
