"""R30: a note that may name an emergency leads to a question."""

import pytest

from tests.unit.tracker.clinical.builders import facts, profile, told, told_by
from tracker.clinical.triage.advice import advice_for
from tracker.clinical.triage.engine import evaluate

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


def test_answer_of_the_family_answers_the_note():
    given = facts(symptoms={"urine_leak": "new"}, note="I can't feel when I pee")

    assert told(given) == [("R01", "emergency")]


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


def test_several_emergencies_of_one_note_are_one_finding():
    (finding,) = evaluate(facts(note="I fainted, and my stool was black"))

    assert finding.tags == ("fainting", "black_stool_or_vomiting_blood")
