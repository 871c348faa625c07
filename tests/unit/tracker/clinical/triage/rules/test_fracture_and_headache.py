"""R21 and R23."""

import pytest

from tests.unit.tracker.clinical.builders import entry, facts, profile, told_by

STRAIN = {"sudden_pain_after_minor_strain": "new"}


@pytest.mark.parametrize(
    ("who", "symptoms", "expected"),
    [
        (profile("osteoporosis"), STRAIN, "urgent"),
        (profile("long_term_steroids"), STRAIN, "urgent"),
        (profile(age=70), STRAIN, "urgent"),
        (profile(age=69), STRAIN, None),
        (profile(age=None), STRAIN, None),
        (profile("osteoporosis"), {}, None),
        (profile("osteoporosis"), None, None),
        (
            profile("osteoporosis", known=tuple(STRAIN)),
            {"sudden_pain_after_minor_strain": "same"},
            None,
        ),
    ],
)
def test_sudden_pain_where_bone_may_be_weak(who, symptoms, expected):
    assert told_by("R21", facts(symptoms=symptoms, who=who)) == expected


@pytest.mark.parametrize(
    ("trigger", "pain", "day", "expected"),
    [
        ("fall", 7, 20, "urgent"),
        ("lift", 7, 20, "urgent"),
        ("fall", 6, 20, None),
        ("physical_therapy", 7, 20, None),
        (None, 7, 20, None),
        ("fall", None, 20, None),
        ("fall", 7, -1, None),
    ],
)
def test_fall_or_lift_with_a_jump_in_pain(trigger, pain, day, expected):
    earlier = (entry(day - 1, pain=4),)
    given = facts(day, earlier=earlier, pain=pain, trigger=trigger, who=profile(age=80))

    assert told_by("R21", given) == expected


UPRIGHT = {"postural_headache": "new"}


@pytest.mark.parametrize(
    ("day", "answers", "expected"),
    [
        (2, {"symptoms": UPRIGHT}, "soon"),
        (0, {"symptoms": UPRIGHT}, "soon"),
        (14, {"symptoms": UPRIGHT}, "soon"),
        (15, {"symptoms": UPRIGHT}, None),
        (-1, {"symptoms": UPRIGHT}, None),
        (2, {"symptoms": {"postural_headache": "better"}}, None),
        (2, {"symptoms": None}, None),
        (2, {"symptoms": UPRIGHT, "mobility": 1}, "urgent"),
        (2, {"symptoms": UPRIGHT, "mobility": 2}, "soon"),
        (2, {"symptoms": {**UPRIGHT, "vomiting": "new"}}, "urgent"),
        (2, {"symptoms": {**UPRIGHT, "neck_stiffness": "new"}}, "emergency"),
        (2, {"symptoms": {**UPRIGHT, "light_sensitivity": "new"}}, "emergency"),
        (2, {"symptoms": UPRIGHT, "temperature_c": 38.0}, "emergency"),
        (2, {"symptoms": UPRIGHT, "temperature_c": 37.9}, "soon"),
        (2, {"symptoms": {"neck_stiffness": "new"}}, None),
    ],
)
def test_headache_worse_upright(day, answers, expected):
    assert told_by("R23", facts(day, **answers)) == expected


def test_known_stiff_neck_does_not_make_the_headache_an_emergency():
    who = profile(known=("neck_stiffness",))
    given = facts(2, symptoms={**UPRIGHT, "neck_stiffness": "same"}, who=who)

    assert told_by("R23", given) == "soon"


def test_fever_of_the_last_three_days_counts_for_the_headache():
    earlier = (entry(2, temperature_c=38.4),)

    assert told_by("R23", facts(5, earlier=earlier, symptoms=UPRIGHT)) == "emergency"
