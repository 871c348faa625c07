"""What the patient's answer to a note's question changes in the finding."""

from tests.unit.tracker.clinical.builders import facts
from tracker.clinical.levels import Level
from tracker.clinical.triage.advice import clinician_note
from tracker.clinical.triage.engine import evaluate
from tracker.clinical.triage.findings import Finding, Reason
from tracker.clinical.triage.note_question import answered_no, with_open_questions

TWO = "I fainted, and my stool was black"


def finding(note: str) -> Finding:
    (found,) = evaluate(facts(note=note))
    return found


def test_one_no_of_two_leaves_the_other_question_and_the_level():
    left = answered_no(finding(TWO), "fainting")

    assert (left.level, left.tags) == (Level.URGENT, ("black_stool_or_vomiting_blood",))
    assert left.reasons[-1] == Reason(
        "Passed out or nearly", "no", "asked about the note"
    )


def test_the_last_no_lowers_it_to_soon_with_words_of_its_own():
    left = finding(TWO)
    for symptom in left.tags:
        left = answered_no(left, symptom)

    assert (left.level, left.tags) == (Level.SOON, ())
    assert len(left.reasons) == 4
    assert clinician_note(left).headline.endswith("the patient answered no")


def test_a_repeat_keeps_what_nobody_has_answered():
    joined = with_open_questions(finding("my throat is closing"), finding(TWO))

    assert joined.tags == (
        "throat_tightness",
        "fainting",
        "black_stool_or_vomiting_blood",
    )
    assert [r.value for r in joined.reasons][1:] == [
        reason.value for reason in finding(TWO).reasons
    ]


def test_a_repeat_of_the_same_question_stays_as_it_is():
    again = finding(TWO)

    assert with_open_questions(again, finding(TWO)) == again


def test_other_rules_know_no_open_questions():
    (fever,) = evaluate(facts(temperature_c=38.4))

    assert with_open_questions(fever, fever) == fever


def test_other_rules_do_not_ask_what_a_note_left_open():
    (fever,) = evaluate(facts(temperature_c=38.4))

    assert with_open_questions(fever, finding(TWO)) == fever
