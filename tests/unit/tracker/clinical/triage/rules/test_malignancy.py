"""R19 and R20: past cancer, and weight lost without trying."""

from dataclasses import replace

import pytest

from tests.unit.tracker.clinical.builders import (
    entry,
    facts,
    pain_days,
    profile,
    told_by,
)
from tracker.clinical.triage.engine import evaluate
from tracker.clinical.triage.rulesets import CURRENT, RULESETS

CANCER = profile("cancer_history")
HIGH_WEEK = pain_days(6, *[8] * 14)


@pytest.mark.parametrize(
    ("symptoms", "expected"),
    [
        ({"leg_pain_one_side": "new"}, "soon"),
        ({"arm_pain": "new"}, "soon"),
        ({"leg_pain_one_side": "worse"}, None),
        ({"leg_pain_one_side": "same"}, None),
        ({"night_pain": "new"}, "soon"),
        ({"night_pain": "same"}, "soon"),
        ({"night_pain": "better"}, None),
        ({"night_pain": "new", "weight_loss_unplanned": "new"}, "urgent"),
        ({"weight_loss_unplanned": "new"}, None),
        ({"night_pain": "new", "urine_leak": "new"}, "emergency"),
        ({"night_pain": "new", "weakness_one_leg": "new"}, "emergency"),
        ({"night_pain": "new", "numbness_one_leg": "new"}, "soon"),
        ({"leg_pain_both_sides": "new"}, "emergency"),
        ({"weakness_one_leg": "new"}, None),
        ({}, None),
        (None, None),
    ],
)
def test_past_cancer_with_symptoms(symptoms, expected):
    assert told_by("R19", facts(40, symptoms=symptoms, who=CANCER)) == expected


@pytest.mark.parametrize(
    ("pain", "who", "expected"),
    [
        (8, CANCER, "soon"),
        (8, profile(), None),
        (8, profile("cancer_history", baseline_pain=7.0), None),
        (8, profile("cancer_history", baseline_pain=None), None),
    ],
)
def test_past_cancer_with_pain_high_all_week(pain, who, expected):
    given = facts(20, earlier=HIGH_WEEK, pain=pain, who=who)

    assert told_by("R19", given) == expected


@pytest.mark.parametrize(("days", "expected"), [(13, "soon"), (7, "soon"), (6, None)])
def test_pain_must_be_high_for_a_week(days, expected):
    earlier = pain_days(20 - days, *[8] * days)
    who = profile("cancer_history")

    assert told_by("R19", facts(20, earlier=earlier, pain=8, who=who)) == expected


def test_known_night_pain_is_quiet():
    who = profile("cancer_history", known=("night_pain",))

    assert told_by("R19", facts(symptoms={"night_pain": "same"}, who=who)) is None


def weighed(before, now, *, days=100, planned=False, who=None, **answers):
    earlier = () if before is None else (entry(120 - days, weight_kg=before),)
    return facts(
        120,
        earlier=earlier,
        weight_kg=now,
        weight_loss_planned=planned,
        who=who,
        **answers,
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (weighed(100.0, 95.0), "soon"),
        (weighed(100.0, 95.1), None),
        (weighed(100.0, 95.0, planned=True), None),
        (weighed(100.0, 95.0, planned=None), "watch"),
        (weighed(100.0, 97.0, days=20, planned=None), None),
        (weighed(100.0, 98.0, days=30), "soon"),
        (weighed(100.0, 98.1, days=30), None),
        (weighed(100.0, 98.0, days=31), None),
        (weighed(None, 60.0), None),
        (weighed(100.0, None), None),
        (weighed(100.0, 110.0), None),
        (weighed(None, 76.0, who=profile(baseline_weight_kg=80.0)), "soon"),
        (weighed(None, 76.1, who=profile(baseline_weight_kg=80.0)), None),
        (weighed(100.0, 95.0, who=CANCER), "urgent"),
        (weighed(100.0, 95.0, symptoms={"night_sweats": "new"}), "urgent"),
        (weighed(100.0, 95.0, symptoms={"night_pain": "new"}), "urgent"),
        (weighed(100.0, 95.0, symptoms={"feverish": "new"}), "urgent"),
        (weighed(100.0, 95.0, temperature_c=38.0), "urgent"),
        (weighed(100.0, 95.0, temperature_c=37.9), "soon"),
    ],
)
def test_weighed_loss(given, expected):
    assert told_by("R20", given) == expected


@pytest.mark.parametrize(
    ("now", "limit", "expected"), [(95.0, 0.05, "urgent"), (95.0, 0.06, "soon")]
)
def test_weighed_loss_makes_past_cancer_urgent_at_the_limit_of_the_clinic(
    now, limit, expected
):
    given = weighed(100.0, now, who=CANCER, symptoms={"night_pain": "new"})
    ruleset = RULESETS[CURRENT].with_parameters(weight_loss_half_year=limit)

    levels = {f.rule_id: f.level.code for f in evaluate(given, ruleset)}

    assert levels["R19"] == expected


@pytest.mark.parametrize(
    ("change", "known", "expected"),
    [
        ("new", (), "soon"),
        ("same", (), "soon"),
        ("same", ("weight_loss_unplanned",), None),
        ("better", (), None),
    ],
)
def test_reported_loss(change, known, expected):
    who = profile(known=known)
    given = facts(symptoms={"weight_loss_unplanned": change}, who=who)

    assert told_by("R20", given) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        # Now 78.2 kg. The heaviest weighing of the month was a heavy one by chance.
        (((20, 79.0), (60, 79.2), (100, 80.0)), None),
        (((20, 80.0), (60, 79.8), (100, 80.0)), "soon"),
        (((100, 80.0),), "soon"),
        (((20, 80.0), (100, 80.4)), "soon"),  # less than in the month, and enough
        (((20, 82.0), (60, 81.0), (100, 80.0)), "soon"),
        (((60, 80.0), (100, 79.6)), None),
    ],
)
def test_loss_of_a_month_must_show_against_the_usual_weight(before, expected):
    earlier = tuple(entry(day, weight_kg=kg) for day, kg in before)

    given = facts(120, earlier=earlier, weight_kg=78.2, weight_loss_planned=False)

    assert told_by("R20", given, "2026.2") == expected
    if given.weight_lost_month >= 0.02:
        assert told_by("R20", given, "2026.1") == "soon"


def test_loss_of_half_a_year_counts_as_before():
    earlier = (entry(20, weight_kg=82.0), entry(30, weight_kg=79.0))

    given = facts(120, earlier=earlier, weight_kg=77.9, weight_loss_planned=False)

    assert given.weight_below_usual < 0.05
    assert told_by("R20", given, "2026.2") == "soon"


def test_month_stored_without_the_usual_weight_is_judged_as_before():
    given = replace(
        weighed(80.0, 78.2, days=20), weight_below_usual=None, weight_lost_month=0.0225
    )

    assert told_by("R20", given, "2026.2") == "soon"


def test_loss_is_told_on_the_day_of_the_weighing_only():
    earlier = (
        entry(20, weight_kg=100.0),
        entry(40, weight_kg=90.0, weight_loss_planned=False),
    )

    assert told_by("R20", facts(41, earlier=earlier, pain=5)) is None


def test_old_weighing_and_old_answer_say_nothing_of_today():
    earlier = (entry(10, weight_kg=100.0), entry(20, weight_loss_planned=False))

    assert facts(60, earlier=earlier).weight_lost_half_year is None
    assert facts(60, earlier=earlier, weight_kg=90.0).weight_loss_planned is None
