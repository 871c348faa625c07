"""R30: a note that may name an emergency leads to a question."""

import pytest

from tests.unit.tracker.clinical.builders import entry, facts, profile, told, told_by
from tracker.clinical.triage.advice import advice_for
from tracker.clinical.triage.engine import evaluate
from tracker.clinical.triage.rulesets import CURRENT, RULESETS

NUMB = "it is numb between my legs"


@pytest.mark.parametrize(
    ("symptoms", "known", "expected"),
    [
        (None, (), "urgent"),
        ({}, (), "urgent"),
        ({"back_stiffness": "new"}, (), "urgent"),
        ({"saddle_numbness": "new"}, (), None),
        ({"saddle_numbness": "same"}, (), None),
        ({"saddle_numbness": "better"}, (), None),
        ({}, ("saddle_numbness",), None),
        (None, ("saddle_numbness",), "urgent"),
    ],
)
def test_note_is_asked_about_until_the_entry_answers(symptoms, known, expected):
    given = facts(symptoms=symptoms, note=NUMB, who=profile(known=known))

    assert told_by("R30", given) == expected


SIBLINGS = [
    # Which answer or known symptom, and what the note names beside it.
    ("urine_hesitancy", "I leak urine since last night", "urine_leak"),
    ("leg_pain_both_sides", "both my legs are numb", "numbness_both_legs"),
    (
        "weakness_one_leg",
        "I cannot stand up or walk since this morning",
        "cannot_stand_or_walk",
    ),
    ("breathing_trouble", "coughing up blood", "coughing_blood"),
    ("fainting", "crushing chest pain", "chest_pain"),
    ("face_swelling", "my throat is closing", "throat_tightness"),
]


@pytest.mark.parametrize(("sibling", "note", "meant"), SIBLINGS)
@pytest.mark.parametrize("change", ["known", "same", "better"])
def test_symptom_of_old_does_not_answer_for_its_family(sibling, note, meant, change):
    symptoms = {} if change == "known" else {sibling: change}

    given = facts(symptoms=symptoms, note=note, who=profile(known=(sibling,)))

    (finding,) = evaluate(given)
    assert (finding.rule_id, finding.level.code) == ("R30", "urgent")
    assert finding.tags == (meant,)
    assert told_by("R30", given, "2026.1") is None


@pytest.mark.parametrize(("sibling", "note", "meant"), SIBLINGS)
@pytest.mark.parametrize("change", ["known", "same", "better"])
def test_symptom_of_old_answers_for_itself(sibling, note, meant, change):
    symptoms = {} if change == "known" else {meant: change}

    given = facts(symptoms=symptoms, note=note, who=profile(known=(sibling, meant)))

    assert told(given) == []


@pytest.mark.parametrize("change", ["new", "worse"])
@pytest.mark.parametrize(
    ("sibling", "note"),
    [(s, note) for s, note, _ in SIBLINGS if s != "weakness_one_leg"]
    + [("foot_drop", "I cannot stand up or walk since this morning")],
)
def test_emergency_of_the_family_answers_the_note(sibling, note, change):
    found = told(facts(symptoms={sibling: change}, note=note))

    assert [level for _, level in found] == ["emergency"]


@pytest.mark.parametrize(
    "symptoms",
    [{"weakness_one_leg": "new"}, {"weakness_arm": "worse"}],
)
def test_lesser_weakness_does_not_answer_for_a_severe_one(symptoms):
    given = facts(symptoms=symptoms, note="I can't lift my foot")

    assert told(given) == [("R06", "urgent"), ("R30", "urgent")]
    assert told(given, "2026.1") == [("R06", "urgent")]


def test_weakness_that_grew_within_two_days_answers_for_a_severe_one():
    before = entry(19, symptoms={"weakness_one_leg": "new"})
    given = facts(
        earlier=(before,),
        symptoms={"weakness_one_leg": "worse"},
        note="I can't lift my foot",
    )

    assert told(given) == [("R06", "emergency")]


@pytest.mark.parametrize(
    ("answer", "note", "expected"),
    [
        ("leg_pain_both_sides", "both my legs are numb", "urgent"),
        ("numbness_both_legs", "pain down both legs", None),
        ("weakness_both_legs", "both my legs are numb", None),
    ],
)
def test_leg_pain_set_to_urgent_does_not_answer_for_numb_legs(answer, note, expected):
    ruleset = RULESETS[CURRENT].with_parameters(both_leg_pain_level=3)

    found = evaluate(facts(symptoms={answer: "new"}, note=note), ruleset)

    levels = {finding.rule_id: finding.level.code for finding in found}
    assert levels.get("R30") == expected


def test_alarm_of_one_family_does_not_answer_for_another():
    given = facts(symptoms={"urine_leak": "new"}, note="coughing up blood")

    assert told(given) == [("R01", "emergency"), ("R30", "urgent")]


def test_hives_do_not_answer_for_the_throat():
    given = facts(
        symptoms={"hives": "new", "vomiting": "new"}, note="my throat is closing"
    )

    assert told(given) == [("R15", "emergency"), ("R30", "urgent")]


@pytest.mark.parametrize("change", ["same", "better", "new"])
def test_any_answer_of_the_family_answered_the_note_in_2026_1(change):
    given = facts(symptoms={"urine_leak": change}, note="I can't feel when I pee")

    assert told_by("R30", given, "2026.1") is None


def test_answer_of_the_family_is_none_where_symptoms_were_left_out():
    given = facts(note="I leak urine", who=profile(known=("urine_hesitancy",)))

    assert told(given) == told(given, "2026.1") == [("R30", "urgent")]


@pytest.mark.parametrize("note", ["", "no numbness between my legs", "slept well"])
def test_other_notes_are_quiet(note):
    assert told(facts(note=note)) == []


def test_question_names_the_symptom_and_says_what_to_do():
    (finding,) = evaluate(facts(note=NUMB))
    advice = advice_for(finding)

    assert finding.tags == ("saddle_numbness",)
    assert finding.reasons[0].value == "numb between my legs"
    assert advice.title == "Did you mean that you have this now?"
    assert "numb between the legs" in advice.text


@pytest.mark.parametrize("version", ["2026.1", "2026.2"])
def test_several_emergencies_of_one_note_are_one_finding(version):
    given = facts(note="I fainted, and my stool was black")

    (finding,) = evaluate(given, RULESETS[version])

    assert finding.tags == ("fainting", "black_stool_or_vomiting_blood")
