"""R29: autoimmune disease."""

import pytest

from tests.unit.tracker.clinical.builders import (
    entry,
    facts,
    pain_days,
    profile,
    told_by,
)

EYE = {"red_painful_eye": "new", "light_sensitivity": "new"}
BOTH = profile("rheumatoid_arthritis", "immune_modulating_medicine")


@pytest.mark.parametrize(
    ("who", "symptoms", "expected"),
    [
        (profile("ankylosing_spondylitis"), EYE, "urgent"),
        (profile("rheumatoid_arthritis"), EYE, "urgent"),
        (profile("autoimmune_disease"), EYE, "urgent"),
        (profile("immune_modulating_medicine"), EYE, None),
        (profile("ankylosing_spondylitis"), {"red_painful_eye": "new"}, None),
        (profile("ankylosing_spondylitis"), {"light_sensitivity": "new"}, None),
        (profile("ankylosing_spondylitis"), None, None),
    ],
)
def test_red_painful_eye(who, symptoms, expected):
    assert told_by("R29", facts(40, symptoms=symptoms, who=who)) == expected


@pytest.mark.parametrize(
    ("pain", "change", "expected"),
    [
        (8, "worse", "soon"),
        (8, "new", "soon"),
        (8, "same", None),
        (7, "worse", None),
        (None, "worse", None),
    ],
)
def test_morning_stiffness_with_more_pain(pain, change, expected):
    earlier = pain_days(36, *[pain] * 4)
    given = facts(
        40,
        earlier=earlier,
        pain=pain,
        symptoms={"morning_stiffness_over_hour": change},
        who=profile("ankylosing_spondylitis"),
    )

    assert told_by("R29", given) == expected


@pytest.mark.parametrize(
    ("who", "answers", "expected"),
    [
        (BOTH, {"temperature_c": 38.0}, "emergency"),
        (BOTH, {"temperature_c": 37.8}, "emergency"),
        (BOTH, {"temperature_c": 37.5}, "soon"),
        (BOTH, {"temperature_c": 37.4}, None),
        (BOTH, {"symptoms": {"feverish": "new"}}, "soon"),
        (BOTH, {"symptoms": {"site_discharge": "new"}}, "emergency"),
        (BOTH, {}, None),
        (profile("rheumatoid_arthritis"), {"temperature_c": 38.0}, None),
        (profile("immune_modulating_medicine"), {"temperature_c": 38.0}, None),
    ],
)
def test_sign_of_infection_on_immune_medicine(who, answers, expected):
    assert told_by("R29", facts(40, who=who, **answers)) == expected


def test_warm_twice_on_immune_medicine_after_the_months_of_fever_is_urgent():
    earlier = (entry(129, hour=6, temperature_c=37.8),)

    given = facts(130, earlier=earlier, temperature_c=37.8, who=BOTH)

    assert told_by("R12", given) == "soon"
    assert told_by("R29", given) == "urgent"


def test_disc_infection_on_immune_medicine_is_an_emergency():
    earlier = pain_days(13, 6, 4, 4, 4, 4, 7, 7)

    given = facts(20, earlier=earlier, pain=7, who=BOTH)

    assert told_by("R29", given) == "emergency"


def test_climb_after_a_strain_is_no_sign_of_infection():
    earlier = pain_days(13, 6, 4, 4, 4, 4, 7, 7)

    given = facts(20, earlier=earlier, pain=7, trigger="lift", who=BOTH)

    assert told_by("R13", given) == "watch"
    assert told_by("R29", given) is None
