"""R06 and R07."""

import pytest

from tests.unit.tracker.clinical.builders import entry, facts, profile, told


@pytest.mark.parametrize("limb", ["weakness_one_leg", "weakness_arm"])
@pytest.mark.parametrize("change", ["new", "worse"])
def test_mild_weakness_is_urgent(limb, change):
    assert told(facts(symptoms={limb: change})) == [("R06", "urgent")]


@pytest.mark.parametrize("change", ["same", "better"])
def test_known_weakness_is_quiet(change):
    known = profile(known=("weakness_one_leg",))

    assert told(facts(symptoms={"weakness_one_leg": change}, who=known)) == []


@pytest.mark.parametrize(
    "sign", ["rapidly_worsening_weakness", "foot_drop", "cannot_stand_or_walk"]
)
@pytest.mark.parametrize("limb", [{}, {"weakness_one_leg": "new"}])
def test_severe_weakness_is_an_emergency_with_or_without_limb(sign, limb):
    assert told(facts(symptoms={sign: "new", **limb})) == [("R06", "emergency")]


@pytest.mark.parametrize(
    ("day_before", "change_before", "level"),
    [
        (19, "new", "emergency"),
        (18, "new", "emergency"),
        (17, "new", "urgent"),
        (19, "same", "urgent"),
        (19, "worse", "urgent"),
    ],
)
def test_weakness_that_was_new_within_48_hours_and_is_worse(
    day_before, change_before, level
):
    before = entry(day_before, symptoms={"weakness_one_leg": change_before})

    given = facts(20, earlier=(before,), symptoms={"weakness_one_leg": "worse"})

    assert told(given) == [("R06", level)]


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        ("cervical", [("R06", "urgent")]),
        ("thoracic", [("R06", "urgent")]),
        ("lumbar", []),
    ],
)
@pytest.mark.parametrize("sign", ["hand_clumsiness", "unsteady_walking"])
def test_cord_signs_count_after_neck_or_upper_back(sign, region, expected):
    assert told(facts(symptoms={sign: "new"}, who=profile(region=region))) == expected


@pytest.mark.parametrize("code", ["numbness_one_leg", "numbness_arm"])
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("new", [("R07", "urgent")]),
        ("worse", [("R07", "urgent")]),
        ("same", []),
        ("better", []),
    ],
)
def test_numbness_on_one_side(code, change, expected):
    assert told(facts(symptoms={code: change})) == expected


@pytest.mark.parametrize(
    ("sign", "level"), [("weakness_one_leg", "urgent"), ("foot_drop", "emergency")]
)
def test_numbness_with_new_weakness_is_left_to_weakness(sign, level):
    symptoms = {"numbness_one_leg": "new", sign: "new"}

    assert told(facts(symptoms=symptoms)) == [("R06", level)]


def test_numbness_with_known_weakness_still_speaks():
    symptoms = {"numbness_one_leg": "new", "weakness_one_leg": "same"}

    assert told(facts(symptoms=symptoms)) == [("R07", "urgent")]
