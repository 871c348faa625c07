"""R13 and R14."""

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
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.rulesets import RULESETS

URGENT, WATCH = [("R13", "urgent")], [("R13", "watch")]


@pytest.mark.parametrize(
    ("pains", "now", "expected"),
    [
        # Baseline 6: relief is 4 or lower.
        ((6, 4, 4, 4, 4, 7, 7), 7, URGENT),  # nadir + 3
        ((6, 4, 4, 4, 4, 6, 6), 6, []),  # nadir + 2 and at the baseline, for 3 days
        ((6, 2, 2, 2, 2, 5, 5), 5, URGENT),  # nadir + 3, still below the baseline
        ((6, 3, 3, 3, 3, 5, 5), 5, []),  # nadir + 2, still below the baseline
        ((6, 5, 5, 5, 5, 8, 8), 8, []),  # was never much better
        ((6, 4, 4, 4, 4, 6, 5), 5, []),  # not climbed enough
        ((6, 4, 4, 4, 4, None, None), 9, []),  # one value is no median
    ],
)
def test_rebound_after_relief(pains, now, expected):
    assert told(facts(20, earlier=pain_days(13, *pains), pain=now)) == expected


@pytest.mark.parametrize(
    ("best", "now", "expected"),
    [
        (4, 6, "urgent"),  # two points up and back at the baseline of 6
        (4, 5, None),  # not back at the baseline
        (5, 7, None),  # was never much better
        (3, 5, None),  # two points up, still below the baseline
    ],
)
def test_smaller_rebound_counts_when_it_lasts(best, now, expected):
    days = [best] * 7 + [now] * 6
    days = [None if index % 2 else pain for index, pain in enumerate(days)]

    given = facts(33, earlier=pain_days(20, *days), pain=now)

    assert (given.m7, given.lowest_m7) == (now, best)
    assert told_by("R13", given) == expected


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ((4, 3, 3, 6), 6, "urgent"),  # twice three points above the best pair
        ((4, 3, 3, 5), 6, None),  # one entry is no course
        ((4, 3, 3, 6), 5, None),
        ((6, 6, 3, 6), 6, None),  # one good day was no relief
        ((4, 4, 5, 6), 7, None),  # not climbed enough
    ],
)
def test_rebound_shows_in_weekly_entries(before, now, expected):
    weeks = (49, 56, 63, 70)
    earlier = tuple(entry(d, pain=p) for d, p in zip(weeks, before, strict=True))

    assert told_by("R13", facts(77, earlier=earlier, pain=now)) == expected


@pytest.mark.parametrize(
    ("pain", "baseline", "symptoms", "expected"),
    [
        (8, 6.0, {"night_pain": "new"}, "urgent"),
        (7, 6.0, {"night_pain": "new"}, None),
        (8, 6.0, {}, None),
        (10, 9.0, {"pain_on_any_movement": "new"}, "urgent"),  # the scale ends at 10
        (10, 10.0, {"pain_on_any_movement": "new"}, None),
        (9, 8.0, {"night_sweats": "new"}, None),
    ],
)
def test_high_pain_with_a_sign_shows_in_weekly_entries(
    pain, baseline, symptoms, expected
):
    who = profile(baseline_pain=baseline)

    given = facts(
        77, earlier=(entry(70, pain=pain),), pain=pain, symptoms=symptoms, who=who
    )

    assert told_by("R13", given) == expected


@pytest.mark.parametrize("version", ["2026.1", "2026.2"])
@pytest.mark.parametrize(
    ("day", "expected"), [(4, None), (5, "urgent"), (120, "urgent"), (121, None)]
)
def test_rebound_has_a_window_of_days(day, expected, version):
    earlier = pain_days(day - 5, 3, 3, 3, 7, 7)

    assert told_by("R13", facts(day, earlier=earlier, pain=7), version) == expected


def test_rebound_without_a_baseline_is_unknown():
    who = profile(baseline_pain=None)

    given = facts(20, earlier=pain_days(13, 6, 4, 4, 4, 4, 7, 7), pain=7, who=who)

    assert told(given) == []


def test_small_relief_that_a_clinic_lets_count_asks_for_the_same_climb():
    limits = RULESETS["2026.1"].with_parameters(relief=1)
    days = [pain if day % 2 else None for day, pain in enumerate([5] * 7 + [6] * 6)]

    given = facts(33, earlier=pain_days(20, *days), pain=6)

    assert (given.lowest_m7, given.m7) == (5, 6)
    assert "R13" not in {finding.rule_id for finding in evaluate(given, limits)}


def test_week_of_high_pain_counts_by_its_median_not_by_a_better_day():
    earlier = pain_days(14, *[8] * 6)

    given = facts(20, earlier=earlier, pain=5, symptoms={"night_pain": "new"})

    assert (given.m7, given.last_pair) == (8, 5)
    assert told_by("R13", given) == "urgent"


STEADY = (6, 6, 6, 6, 3, 3, 3, 3)
"""It turns nowhere."""

UNSTEADY = (6, 5, 6, 5, 3, 4, 3, 4, 3)
"""It turns by a point nearly every day; best 3-day pain 3."""


@pytest.mark.parametrize(
    ("before", "climb", "today", "expected"),
    [
        (STEADY, (6, 6), 6, "urgent"),
        (STEADY, (6, 6), 5, None),  # today is lower again
        (STEADY, (6, 6), None, "urgent"),  # nothing said of today
        (UNSTEADY, (6, 6), 6, None),  # three points are its ups and downs
        (UNSTEADY, (7, 7), 7, "urgent"),
        (UNSTEADY, (7, 7), 6, None),
        (UNSTEADY, (6, 6), 7, None),  # one day more, three days not
    ],
)
def test_climb_is_more_than_a_lower_day_or_usual_unrest(before, climb, today, expected):
    pains = (*before, *climb)
    given = facts(30, earlier=pain_days(30 - len(pains), *pains), pain=today)

    assert told_by("R13", given, "2026.1") == "urgent"
    assert told_by("R13", given, "2026.2") == expected


def test_every_climb_counts_with_an_immune_medicine():
    who = profile("immune_modulating_medicine")
    pains = (*UNSTEADY, 6, 6)
    given = facts(30, earlier=pain_days(19, *pains), pain=6, who=who)

    assert told_by("R13", given, "2026.2") == "urgent"


@pytest.mark.parametrize(("turn", "expected"), [(0.39, "urgent"), (0.4, None)])
def test_unrest_begins_at_a_point_on_two_days_of_five(turn, expected):
    pains = (6, 6, 6, 6, 3, 3, 3, 3, 6, 6)
    given = facts(30, earlier=pain_days(20, *pains), pain=6)

    unrest = replace(given, usual_turn=turn)

    assert told_by("R13", unrest, "2026.2") == expected
    assert told_by("R13", replace(given, usual_turn=None), "2026.2") == "urgent"


@pytest.mark.parametrize(
    ("best", "now", "turn", "expected"),
    [
        (7, 10, 2.0, "urgent"),  # no room for four points: the scale ends at 10
        (6, 9, 2.0, None),
        (6, 10, 2.0, "urgent"),
    ],
)
def test_point_more_is_asked_as_far_as_the_scale_goes(best, now, turn, expected):
    who = profile(baseline_pain=9.0)
    pains = (9, 9, best, best, best, best, now, now)
    given = facts(30, earlier=pain_days(22, *pains), pain=now, who=who)

    assert told_by("R13", replace(given, usual_turn=turn), "2026.2") == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "urgent"),
        ({"pain": 5}, None),
        ({"pain": None}, "urgent"),
        ({"m3": 5.5}, None),
        ({"m3": None, "last_pair": 6.0}, "urgent"),
        ({"usual_turn": 1.2}, None),
        ({"usual_turn": 1.2, "m7": 7.0, "m3": 7.0, "pain": 7}, "urgent"),
        ({"usual_turn": 1.2, "m7": 6.5, "m3": 7.0, "pain": 7}, None),
        ({"usual_turn": 1.2, "m7": 7.0, "m3": 6.5, "pain": 7}, None),
        ({"lowest_m7": None}, None),
        ({"baseline": None}, None),
        ({"day": 4}, None),
        ({"day": 5}, "urgent"),
        ({"day": 120}, "urgent"),
        ({"day": 121}, None),
    ],
)
def test_lasting_climb_shows_in_all_its_medians(changes, expected):
    """Best week 4, now 6 and at the baseline of 6."""
    given = TriageFacts(
        day=33, profile=profile(), pain=6, baseline=6.0, m3=6.0, m7=6.0, lowest_m7=4.0
    )

    assert told_by("R13", replace(given, **changes), "2026.2") == expected


def test_steep_relief_is_no_unrest():
    pains = (8, 7, 5, 4, 2, 2, 2, 5, 5)
    given = facts(15, earlier=pain_days(6, *pains), pain=5)

    assert given.usual_turn == 0.0
    assert told_by("R13", given, "2026.2") == "urgent"


@pytest.mark.parametrize(
    ("pains", "expected"),
    [
        ((6,) * 9, 0.0),
        ((6,) * 8, None),  # five pairs of steps before today
        ((8, 7, 5, 4, 3, 2, 1, 1, 9), 0.0),  # relief
        ((4, 5, 4, 4, 4, 4, 4, 4, 9), 0.17),  # a point up and back, once in six
        ((4, 5, 3, 4, 4, 4, 4, 4, 9), 0.33),  # up 1, down 2, up 1: the smaller ones
        ((4, 8, 4, 4, 4, 4, 4, 4, 9), 0.67),
        ((4, 8, 8, 4, 4, 4, 4, 4, 9), 0.0),  # a plateau between
        ((4, 8, None, None, 4, 4, 4, 4, 4, 4, 9), 0.67),  # three days apart
        ((4, 8, None, None, None, 4, 4, 4, 4, 4, 4, 4, 4, 9), 0.0),  # four
        ((4, 4, 4, 4, 4, 4, 4, 8, 4), 0.0),  # today does not count
    ],
)
def test_usual_turn_is_how_far_pain_goes_up_and_down(pains, expected):
    *earlier, today = pains

    given = facts(20, earlier=pain_days(20 - len(earlier), *earlier), pain=today)

    assert given.usual_turn == expected


@pytest.mark.parametrize(
    ("trigger", "day", "expected"),
    [
        ("lift", 20, WATCH),
        ("fall", 19, WATCH),
        ("physical_therapy", 18, WATCH),
        ("lift", 17, URGENT),
        ("travel", 20, URGENT),
        ("other", 20, URGENT),
    ],
)
def test_rebound_after_a_strain_is_watched_for_72_hours(trigger, day, expected):
    earlier = (
        *pain_days(13, 6, 4, 4, 4, 4, 7, 7),
        entry(day, hour=-1, trigger=trigger),
    )

    assert told(facts(20, earlier=earlier, pain=7)) == expected


@pytest.mark.parametrize("sign", ["night_pain", "pain_on_any_movement", "night_sweats"])
@pytest.mark.parametrize(
    ("day", "pain", "expected"), [(7, 8, "urgent"), (6, 8, None), (7, 7, None)]
)
def test_high_pain_with_a_disc_sign(sign, day, pain, expected):
    earlier = pain_days(day - 4, pain, pain, pain, pain)

    given = facts(day, earlier=earlier, pain=pain, symptoms={sign: "new"})

    assert told_by("R13", given) == expected


def test_high_pain_with_night_pain_nobody_knew_of():
    earlier = pain_days(16, 8, 8, 8, 8)

    given = facts(20, earlier=earlier, pain=8, symptoms={"night_pain": "same"})

    assert told(given) == URGENT


def test_high_pain_with_known_night_pain_is_quiet():
    who = profile(known=("night_pain",))
    earlier = pain_days(16, 8, 8, 8, 8)

    given = facts(20, earlier=earlier, pain=8, symptoms={"night_pain": "same"}, who=who)

    assert told(given) == []


@pytest.mark.parametrize(
    "sign", ["site_discharge", "site_spreading_redness", "site_hot_swelling"]
)
@pytest.mark.parametrize(
    ("day", "change", "expected"),
    [
        (1, "new", [("R14", "urgent")]),
        (9, "same", [("R14", "urgent")]),
        (9, "better", []),
        (0, "new", []),
    ],
)
def test_infection_at_the_needle_site(sign, day, change, expected):
    assert told(facts(day, symptoms={sign: change})) == expected


@pytest.mark.parametrize("sign", ["site_soreness", "site_mild_swelling", "site_itch"])
@pytest.mark.parametrize("day", [0, 7, 12])
def test_mild_signs_at_the_needle_site_are_expected(sign, day):
    assert told(facts(day, symptoms={sign: "new"})) == []
