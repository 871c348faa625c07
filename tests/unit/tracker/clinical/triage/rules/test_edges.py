"""The last day, the last point and the word by which a rule decides or explains."""

import pytest

from tests.unit.tracker.clinical.builders import (
    entry,
    facts,
    pain_days,
    profile,
    told_by,
)
from tests.unit.tracker.clinical.triage.rules.test_reasons import reasons

CANCER = profile("cancer_history", baseline_pain=4.0)
BOTH = profile("rheumatoid_arthritis", "immune_modulating_medicine")


def test_daily_entries_are_told_by_their_week_rare_ones_by_their_run():
    daily = facts(30, earlier=pain_days(16, *[8] * 14), pain=8)
    rare = facts(80, earlier=tuple(entry(d, pain=8) for d in (59, 66, 73)), pain=8)

    assert reasons("T5", daily) == [("Pain, 7 days", "8", "6 before the procedure")]
    assert reasons("T5", rare) == [
        ("Pain", "8", "or more since day 59, 6 before the procedure")
    ]


def test_scores_are_named_together_with_where_they_began():
    before = entry(-1, rmdq_total=10, peg_score=4.0)

    given = facts(42, earlier=(before,), rmdq_total=15, peg_score=6.5)

    assert reasons("T7", given) == [
        ("Roland-Morris", "15", "was 10"),
        ("PEG", "6.5", "was 4"),
    ]


@pytest.mark.parametrize(("day", "expected"), [(14, None), (15, "soon")])
def test_scores_of_the_flare_are_no_loss_of_function(day, expected):
    before = entry(-1, rmdq_total=10)

    assert told_by("T7", facts(day, earlier=(before,), rmdq_total=20)) == expected


def test_walks_are_compared_with_those_before_the_procedure():
    before = tuple(entry(day, pain=4, walk_minutes=40) for day in range(-3, 0))
    now = tuple(entry(day, pain=6, walk_minutes=20) for day in range(54, 60))

    given = facts(60, earlier=before + now, pain=6, walk_minutes=20)

    assert reasons("T7", given) == [
        ("Walk, 7 days", "20 minutes", "40 before the procedure"),
        ("Pain, 7 days", "6", "4 before the procedure"),
    ]


def test_a_short_walk_a_week_ago_does_not_hide_the_long_one_before():
    before = tuple(entry(day, pain=4, walk_minutes=40) for day in range(-3, 0))
    short = tuple(entry(day, pain=4, walk_minutes=5) for day in range(47, 54))
    now = tuple(entry(day, pain=6, walk_minutes=2) for day in range(54, 60))

    given = facts(60, earlier=before + short + now, pain=6, walk_minutes=2)

    assert told_by("T7", given) == "soon"


def test_the_worst_sign_of_autoimmune_disease_speaks():
    """The eye is urgent, pus on an immune medicine is an emergency, stiffness soon."""
    signs = {
        "red_painful_eye": "new",
        "light_sensitivity": "new",
        "morning_stiffness_over_hour": "new",
    }
    pain = pain_days(24, *[8] * 6)
    eye_and_joints = facts(30, earlier=pain, pain=8, symptoms=signs, who=BOTH)
    eye_and_site = facts(5, symptoms={**signs, "site_discharge": "new"}, who=BOTH)

    assert told_by("R29", eye_and_joints) == "urgent"
    assert told_by("R29", eye_and_site) == "emergency"


STIFF = {"symptoms": {"morning_stiffness_over_hour": "new"}, "pain": 9}


@pytest.mark.parametrize(("day", "expected"), [(-1, None), (0, "soon"), (1, "soon")])
def test_stiffness_is_compared_from_the_day_of_the_procedure(day, expected):
    earlier = pain_days(-7, 2, 2, 2, 2, 9, 9) + pain_days(-1, *[9] * day)
    given = facts(day, earlier=earlier, who=profile("rheumatoid_arthritis"), **STIFF)

    assert told_by("R29", given) == expected


def test_stiffness_is_not_compared_with_nothing():
    unknown = profile("rheumatoid_arthritis", baseline_pain=None)

    given = facts(40, earlier=pain_days(36, *[9] * 4), who=unknown, **STIFF)

    assert told_by("R29", given) is None


def test_every_reason_for_weak_bone_is_named():
    who = profile("osteoporosis", "long_term_steroids", age=75)

    given = facts(20, symptoms={"sudden_pain_after_minor_strain": "new"}, who=who)

    assert reasons("R21", given)[1:] == [
        ("Weak bones (osteoporosis)", "yes", "recorded by the clinic"),
        ("Steroids for a long time", "yes", "recorded by the clinic"),
        ("Age", "75", "70 or older"),
    ]


def test_two_strains_are_both_named():
    earlier = (
        *pain_days(13, 6, 4, 4, 4, 4, 7, 7),
        entry(20, hour=-2, trigger="lift"),
        entry(20, hour=-1, trigger="fall"),
    )

    given = facts(20, earlier=earlier, pain=7)

    assert reasons("R13", given)[-1] == (
        "What happened",
        "fall, lift",
        "within 72 hours",
    )


def test_cancer_with_weight_weighed_as_lost_is_urgent():
    earlier = (entry(10, weight_kg=100.0),)

    given = facts(
        35,
        earlier=earlier,
        weight_kg=94.0,
        weight_loss_planned=False,
        symptoms={"night_pain": "new"},
        who=CANCER,
    )

    assert told_by("R19", given) == "urgent"


@pytest.mark.parametrize(
    ("day", "expected"), [(-1, None), (0, "urgent"), (1, "urgent")]
)
def test_severe_pain_counts_from_the_day_of_the_procedure(day, expected):
    earlier = pain_days(-7, 4, 4, 4, 4, 4, 9) + pain_days(-1, *[9] * (day + 1))

    given = facts(day, earlier=earlier, pain=9, medicine_helped="no")

    assert told_by("R22", given) == expected


@pytest.mark.parametrize(("last", "expected"), [(6, None), (7, "soon")])
def test_high_pain_after_cancer_counts_from_the_second_week(last, expected):
    """Three of its days lie before the procedure."""
    earlier = pain_days(-7, *[4] * 4) + pain_days(-3, *[7] * (last + 3))

    assert told_by("R19", facts(last, earlier=earlier, pain=7, who=CANCER)) == expected
