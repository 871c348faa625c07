"""R01 to R05."""

import pytest

from tests.unit.tracker.clinical.builders import facts, profile, told
from tracker.clinical.triage.engine import evaluate
from tracker.clinical.triage.rulesets import CURRENT, RULESETS

ALONE = [
    ("urine_hesitancy", "R01"),
    ("bladder_sensation_loss", "R01"),
    ("urine_leak", "R01"),
    ("stool_leak", "R02"),
    ("saddle_numbness", "R03"),
    ("leg_pain_both_sides", "R04"),
    ("numbness_both_legs", "R04"),
    ("weakness_both_legs", "R04"),
]


@pytest.mark.parametrize("change", ["new", "worse"])
@pytest.mark.parametrize(("code", "rule"), ALONE)
def test_nerve_sign_new_or_worse_is_an_emergency(code, rule, change):
    assert told(facts(symptoms={code: change})) == [(rule, "emergency")]


@pytest.mark.parametrize("change", ["new", "worse"])
@pytest.mark.parametrize(("code", "rule"), ALONE)
def test_known_nerve_sign_that_changes_is_an_emergency(code, rule, change):
    known = profile(known=(code,))

    assert told(facts(symptoms={code: change}, who=known)) == [(rule, "emergency")]


@pytest.mark.parametrize("change", ["same", "better"])
@pytest.mark.parametrize(("code", "rule"), ALONE)
def test_nerve_sign_as_before_is_quiet(code, rule, change):
    assert told(facts(symptoms={code: change}, who=profile(known=(code,)))) == []
    assert told(facts(symptoms={code: change})) == []


@pytest.mark.parametrize("symptoms", [None, {}, {"back_stiffness": "new"}])
def test_no_answer_or_none_of_these_is_quiet(symptoms):
    assert told(facts(symptoms=symptoms, pain=5)) == []


@pytest.mark.parametrize(
    ("symptoms", "expected"),
    [
        ({"constipation": "new"}, [("R02", "watch")]),
        ({"constipation": "worse"}, [("R02", "watch")]),
        ({"constipation": "same"}, []),
        ({"constipation": "new", "stool_leak": "new"}, [("R02", "emergency")]),
        (
            {"constipation": "new", "urine_leak": "new"},
            [("R01", "emergency"), ("R02", "watch")],
        ),
    ],
)
def test_constipation_alone_is_watched(symptoms, expected):
    assert told(facts(symptoms=symptoms)) == expected


@pytest.mark.parametrize(
    ("symptoms", "level"),
    [
        ({"sexual_function_change": "new"}, "urgent"),
        ({"sexual_function_change": "new", "leg_pain_one_side": "same"}, "emergency"),
        ({"sexual_function_change": "worse", "muscle_spasm": "new"}, "emergency"),
        ({"sexual_function_change": "new", "hives": "better"}, "urgent"),
        ({"sexual_function_change": "new", "arm_pain": "new"}, "urgent"),
    ],
)
def test_sexual_function_change_with_or_without_back_symptom(symptoms, level):
    assert told(facts(symptoms=symptoms)) == [("R05", level)]


def test_sexual_function_change_as_before_is_quiet():
    symptoms = {"sexual_function_change": "same", "leg_pain_one_side": "same"}

    assert told(facts(symptoms=symptoms)) == []


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("leg_pain_both_sides", "urgent"),
        ("numbness_both_legs", "emergency"),
        ("weakness_both_legs", "emergency"),
    ],
)
def test_clinic_may_set_pain_in_both_legs_to_urgent(code, level):
    ruleset = RULESETS[CURRENT].with_parameters(both_leg_pain_level=3)

    (finding,) = evaluate(facts(symptoms={code: "new"}), ruleset)

    assert finding.level.code == level


def test_reasons_name_the_answer_and_the_past():
    (finding,) = evaluate(
        facts(symptoms={"saddle_numbness": "worse"}, who=profile(known=("hives",)))
    )

    (reason,) = finding.reasons
    assert reason.answer == "Numb between the legs, around the genitals or back passage"
    assert (reason.value, reason.comparison) == ("worse", "not known before")
