"""R13 and R14."""

import pytest

from tests.unit.tracker.clinical.builders import (
    entry,
    facts,
    pain_days,
    profile,
    told,
    told_by,
)

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


@pytest.mark.parametrize(
    ("day", "expected"), [(4, None), (5, "urgent"), (120, "urgent"), (121, None)]
)
def test_rebound_has_a_window_of_days(day, expected):
    earlier = pain_days(day - 5, 3, 3, 3, 7, 7)

    assert told_by("R13", facts(day, earlier=earlier, pain=7)) == expected


def test_rebound_without_a_baseline_is_unknown():
    who = profile(baseline_pain=None)

    given = facts(20, earlier=pain_days(13, 6, 4, 4, 4, 4, 7, 7), pain=7, who=who)

    assert told(given) == []


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
