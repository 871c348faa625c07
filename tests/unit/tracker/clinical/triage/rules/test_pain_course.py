"""R22 and T1 to T8: the course of pain against the patient's own baseline of 6."""

from dataclasses import replace

import pytest

from tests.unit.tracker.clinical.builders import (
    entry,
    facts,
    pain_days,
    profile,
    told,
    told_by,
)
from tracker.clinical.triage.engine import evaluate

NOT_HELPING = {"medicine_not_helping": "new"}


@pytest.mark.parametrize(
    ("before", "now", "answers", "expected"),
    [
        (8, 8, {"symptoms": NOT_HELPING}, "urgent"),
        (8, 8, {"symptoms": {"cannot_sleep_for_pain": "new"}}, "urgent"),
        (8, 8, {"medicine_helped": "no"}, "urgent"),
        (8, 8, {"mobility": 1}, "urgent"),
        (8, 8, {"walk_minutes": 0}, "urgent"),
        (8, 8, {"symptoms": {"cannot_stand_or_walk": "new"}}, "emergency"),
        (8, 8, {"mobility": 2, "walk_minutes": 1, "medicine_helped": "yes"}, None),
        (8, 8, {}, None),
        (7, 8, {"symptoms": NOT_HELPING}, None),
        (8, 7, {"symptoms": NOT_HELPING}, None),
        (None, 8, {"symptoms": NOT_HELPING}, None),
        (8, None, {"symptoms": NOT_HELPING}, None),
    ],
)
def test_severe_pain_twice_and_out_of_control(before, now, answers, expected):
    earlier = () if before is None else (entry(19, pain=before),)

    assert told_by("R22", facts(20, earlier=earlier, pain=now, **answers)) == expected


@pytest.mark.parametrize(("day", "expected"), [(0, "urgent"), (-1, None)])
def test_severe_pain_counts_from_the_day_of_the_procedure(day, expected):
    calm = pain_days(day - 6, 3, 3, 3, 3, 3)

    given = facts(
        day, earlier=(*calm, entry(day - 1, pain=9)), pain=9, medicine_helped="no"
    )

    assert given.baseline == 3
    assert told_by("R22", given) == expected


@pytest.mark.parametrize(
    ("baseline", "pain", "expected"),
    [
        (6.0, 8, "urgent"),
        (6.5, 8, None),
        (8.0, 8, None),
        (8.0, 10, "urgent"),
        (None, 9, None),
    ],
)
def test_severe_as_before_the_procedure_is_no_alarm(baseline, pain, expected):
    given = facts(
        20,
        earlier=(entry(19, pain=pain),),
        pain=pain,
        medicine_helped="no",
        who=profile(baseline_pain=baseline),
    )

    assert told_by("R22", given) == expected


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        ((entry(20, hour=-3, pain=9),), None),
        ((entry(19, hour=3, pain=9),), None),
        ((entry(19, hour=2, pain=9),), "urgent"),
        ((entry(17, pain=9),), "urgent"),
        ((entry(17, pain=9), entry(19, pain=5)), "urgent"),
        ((entry(16, pain=9), entry(19, pain=5)), None),
        ((entry(13, pain=9),), "urgent"),
        ((entry(12, pain=9),), "urgent"),
        ((entry(11, pain=9),), None),
    ],
)
def test_second_severe_entry_lies_a_day_or_more_and_not_too_far_back(earlier, expected):
    given = facts(20, earlier=earlier, pain=9, medicine_helped="no")

    assert told_by("R22", given) == expected


@pytest.mark.parametrize(
    ("pains", "day", "expected"),
    [
        ((8, 8, 8, 8, 8), 4, "soon"),
        ((8, 8, 8, 9, 9), 4, "soon"),
        ((7, 7, 7, 7, 7), 4, None),
        ((9, 9, 9, 8, 8, 8), 5, None),
        ((8, 8, 8, 8), 3, None),
        ((8,) * 15, 14, "soon"),
        ((8,) * 16, 15, None),
        ((8, 8, 8, 8, 7), 4, None),
        ((8, 8, 8, 8, None), 4, None),
        ((None, None, None, 8, 8), 4, None),
        ((8, 8, None, None, 8), 4, None),
    ],
)
def test_flare_that_does_not_settle(pains, day, expected):
    *earlier, now = pains
    before = pain_days(day - len(earlier), *earlier)

    assert told_by("T2", facts(day, earlier=before, pain=now)) == expected


@pytest.mark.parametrize(
    ("pains", "first", "now"),
    [
        ((8, 8, 8, 8, 8), "soon", "soon"),
        ((6, 6, 6, 8, 7, 8), "soon", None),
        ((6, 6, 8, 7, 8), "soon", None),
        ((6, 6, 6, 7, 8, 8), "soon", None),
        ((6, 6, 6, 8, 8, 8), "soon", "soon"),
        ((6, 6, 6, 8, None, 8), "soon", "soon"),
        ((6, 6, 6, 7, None, 9), "soon", None),
    ],
)
def test_flare_with_a_lower_day_is_settling(pains, first, now):
    *earlier, today = pains
    given = facts(
        len(earlier), earlier=pain_days(0, *earlier), pain=today, who=profile()
    )

    assert told_by("T2", given, "2026.1") == first
    assert told_by("T2", given, "2026.2") == now


def test_flare_stored_without_its_lowest_day_is_judged_as_before():
    given = facts(5, earlier=pain_days(0, 6, 6, 6, 7, 8), pain=8)

    assert told_by("T2", given, "2026.2") is None
    assert told_by("T2", replace(given, m3_low=None), "2026.2") == "soon"


def test_flare_that_does_not_settle_and_is_out_of_control_is_urgent():
    given = facts(
        6, earlier=pain_days(0, 8, 8, 8, 8, 8, 8), pain=8, medicine_helped="no"
    )

    assert told(given) == [("R22", "urgent"), ("T2", "urgent")]


@pytest.mark.parametrize(
    "pains",
    [
        (9, 9, 8, 8, 7, 7, 6, 6, 6, 5, 5, 5, 5, 5, 4),
        (7, 8, 8, 8, 7, 7, 7, 7, 6, 6, 6, 6, 6, 6, 6),
        (8, 9, 8, 8, 7, 7, 7, 6, 6, 6, 6, 7, 6, 6, 6),
        (6,) * 15,
    ],
)
def test_expected_flare_says_nothing(pains):
    for day, pain in enumerate(pains):
        given = facts(day, earlier=pain_days(0, *pains[:day]), pain=pain)

        assert told(given) == [], f"day {day}"


@pytest.mark.parametrize(
    ("baseline", "pain", "days", "last", "expected"),
    [
        (6.0, 8, 14, 30, "soon"),
        (6.0, 8, 8, 30, "soon"),
        (6.0, 8, 7, 30, "soon"),
        (6.0, 8, 6, 30, None),
        (6.0, 7, 30, 40, None),
        (4.0, 6, 14, 30, "soon"),
        (4.0, 5, 14, 30, None),
        (2.0, 4, 14, 30, "soon"),
        (2.0, 3, 14, 30, None),  # 1.5 points more than 2 are asked, at the least
        (8.0, 10, 14, 30, "soon"),  # the end of the scale is the limit
        (5.5, 7, 14, 30, None),  # 1.3 times 5.5 is 7.15
        (9.0, 9, 30, 40, None),
        (10.0, 10, 30, 40, None),
        (None, 10, 30, 40, None),
        (6.0, 8, 20, 21, "soon"),
        (6.0, 8, 20, 20, None),
    ],
)
def test_sustained_worse(baseline, pain, days, last, expected):
    earlier = pain_days(last - days, *[pain] * days)
    who = profile(baseline_pain=baseline)

    assert told_by("T5", facts(last, earlier=earlier, pain=pain, who=who)) == expected


def test_sustained_worse_by_share_where_that_is_less_than_two_points():
    """1.3 times 5.5 is 7.15, and 1.5 points above is 7; two points are 7.5."""
    pains = [7, 8] * 7
    earlier = pain_days(20, *pains)
    who = profile(baseline_pain=5.0)

    assert told_by("T5", facts(34, earlier=earlier, pain=7, who=who)) == "soon"


@pytest.mark.parametrize(
    ("gap", "entries", "pain", "expected"),
    [
        (7, 4, 8, "soon"),
        (7, 3, 8, None),
        (7, 4, 7, None),
        (2, 5, 8, "soon"),
        (2, 4, 8, None),
        (12, 4, 8, None),
    ],
)
def test_sustained_worse_with_rare_entries(gap, entries, pain, expected):
    days = [80 - gap * n for n in range(entries - 1, 0, -1)]
    earlier = tuple(entry(day, pain=pain) for day in days)

    assert told_by("T5", facts(80, earlier=earlier, pain=pain)) == expected


@pytest.mark.parametrize(("first", "expected"), [(14, None), (15, "soon")])
def test_rare_entries_count_from_the_end_of_the_flare(first, expected):
    earlier = tuple(entry(first + 7 * week, pain=10) for week in range(3))
    who = profile(baseline_pain=8.0)

    given = facts(first + 21, earlier=earlier, pain=10, who=who)

    assert told_by("T5", given) == expected


def test_one_better_day_among_rare_entries_is_not_sustained():
    earlier = (entry(59, pain=8), entry(66, pain=7), entry(73, pain=8))

    assert told_by("T5", facts(80, earlier=earlier, pain=8)) is None


@pytest.mark.parametrize(
    ("day", "pain", "expected"),
    [
        (42, 6, "watch"),
        (42, 5, None),
        (41, 6, None),
        (43, 6, None),
        (84, 6, "soon"),
        (84, 5, None),
        (182, 5, "watch"),
        (182, 4, None),
    ],
)
def test_no_change_on_the_days_of_review(day, pain, expected):
    earlier = pain_days(day - 6, *[pain] * 6)

    assert told_by("T6", facts(day, earlier=earlier, pain=pain)) == expected


@pytest.mark.parametrize(
    ("earlier", "baseline", "expected"),
    [
        ((entry(77, pain=6),), 6.0, "soon"),
        ((entry(71, pain=6),), 6.0, "soon"),
        ((entry(70, pain=6),), 6.0, None),
        ((), 6.0, None),
        ((entry(77, pain=6),), None, None),
        ((entry(77, pain=6),), 1.0, None),
        ((entry(77, pain=6),), 2.0, "soon"),
    ],
)
def test_no_change_with_an_entry_a_week(earlier, baseline, expected):
    who = profile(baseline_pain=baseline)

    assert told_by("T6", facts(84, earlier=earlier, pain=6, who=who)) == expected


def test_tenth_less_pain_is_a_change_to_the_half_point():
    who = profile(baseline_pain=5.0)

    given = facts(84, earlier=(entry(77, pain=4),), pain=5, who=who)

    assert given.recent_pain == 4.5
    assert told_by("T6", given) is None


def walked(week_before, week, *, pain_before=4, pain=6, day=60):
    return [
        entry(day - 13 + i, walk_minutes=week_before, pain=pain_before)
        for i in range(7)
    ] + [entry(day - 6 + i, walk_minutes=week, pain=pain) for i in range(7)]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (walked(30, 15), "soon"),
        (walked(30, 16), None),
        (walked(30, 15, pain=5), None),
        (walked(9, 2), None),
        (walked(10, 5), "soon"),
        (walked(30, 0), "soon"),
        (walked(None, 15), None),
        (walked(30, None), None),
        (walked(30, 15, day=14), None),
        (walked(30, 15, day=15), "soon"),
    ],
)
def test_walking_halved_with_more_pain(entries, expected):
    *earlier, now = entries
    given = facts(
        now.day,
        earlier=tuple(earlier),
        pain=now.pain,
        walk_minutes=now.walk_minutes,
        who=profile(baseline_pain=7.0),
    )

    assert told_by("T7", given) == expected


def test_walking_halved_against_the_week_before_the_procedure():
    before = tuple(entry(day, pain=4, walk_minutes=40) for day in range(-3, 0))
    now = tuple(entry(day, pain=6, walk_minutes=20) for day in range(50, 60))

    given = facts(60, earlier=before + now, pain=6, walk_minutes=20)

    assert told_by("T7", given) == "soon"


@pytest.mark.parametrize(
    ("first", "now", "expected"),
    [
        ({"rmdq_total": 10}, {"rmdq_total": 13}, "soon"),
        ({"rmdq_total": 10}, {"rmdq_total": 12}, None),
        ({"rmdq_total": 20}, {"rmdq_total": 24}, None),
        ({"rmdq_total": 19}, {"rmdq_total": 24}, "soon"),
        ({"rmdq_total": 2}, {"rmdq_total": 4}, None),
        ({"rmdq_total": 2}, {"rmdq_total": 5}, "soon"),
        ({"peg_score": 4.0}, {"peg_score": 6.0}, "soon"),
        ({"peg_score": 4.0}, {"peg_score": 5.7}, None),
        ({}, {"rmdq_total": 20}, None),
        ({"peg_score": 4.0}, {}, None),
    ],
)
def test_scores_that_got_worse(first, now, expected):
    given = facts(42, earlier=(entry(-1, **first),), **now)

    assert told_by("T7", given) == expected


def test_reasons_name_the_value_and_the_comparison():
    (finding,) = evaluate(
        facts(20, earlier=(entry(19, pain=9),), pain=8, medicine_helped="no")
    )

    assert finding.reasons[0].value == "8"
    assert finding.reasons[0].comparison == "9 24 hours before, baseline 6"
