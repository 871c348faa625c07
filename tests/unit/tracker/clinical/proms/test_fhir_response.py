"""An answered questionnaire as FHIR."""

from datetime import UTC, datetime

import pytest

from tests.unit.tracker.clinical.proms.builders import ask, instrument, scale
from tests.unit.tracker.clinical.proms.resources import choice, read
from tracker.clinical.proms.definitions import OWN_INSTRUMENTS
from tracker.clinical.proms.fhir_response import response_resource
from tracker.clinical.proms.instrument import Condition
from tracker.clinical.proms.score import Score

AT = datetime(2026, 11, 21, 17, 42, tzinfo=UTC)


def test_response_in_progress():
    found = response_resource(
        instrument(scale("a"), ask("b", "text")), {"a": 3}, None, authored=AT
    )

    assert found == {
        "resourceType": "QuestionnaireResponse",
        "status": "in-progress",
        "authored": "2026-11-21T17:42:00+00:00",
        "item": [
            {"linkId": "a", "text": "Ask a", "answer": [{"valueInteger": 3}]},
            {"linkId": "b", "text": "Ask b"},
        ],
    }


def test_completed_response_carries_its_score():
    found = response_resource(
        instrument(scale("a"), scoring="PEG"),
        {"a": 3},
        Score(3.3),
        authored=AT,
        questionnaire="http://x/Questionnaire/peg|1",
        subject="Patient/7",
    )

    assert found["status"] == "completed"
    assert found["questionnaire"] == "http://x/Questionnaire/peg|1"
    assert found["subject"] == {"reference": "Patient/7"}
    assert found["contained"] == [
        {
            "resourceType": "Observation",
            "id": "score",
            "status": "final",
            "code": {
                "text": "Test: score",
                "coding": [{"system": "http://loinc.org", "code": "91147-9"}],
            },
            "effectiveDateTime": "2026-11-21T17:42:00+00:00",
            "valueQuantity": {"value": 3.3},
            "derivedFrom": [{"reference": "#"}],
            "subject": {"reference": "Patient/7"},
        }
    ]


def test_response_without_a_total_is_completed_without_a_score():
    found = response_resource(instrument(scale("a")), {}, Score(), authored=AT)

    assert found["status"] == "completed"
    assert found.keys() == {"resourceType", "status", "authored", "item"}


@pytest.mark.parametrize(
    ("scoring", "code"),
    [
        ("PEG", "91147-9"),
        ("PHQ-2", "55758-7"),
        ("PHQ-4", "70272-0"),
        ("ODI", "97909-6"),
    ],
)
def test_published_totals_have_their_code(scoring, code):
    found = response_resource(
        instrument(scale("a"), scoring=scoring), {}, Score(0), authored=AT
    )

    assert found["contained"][0]["code"]["coding"][0]["code"] == code
    assert "subject" not in found["contained"][0]


@pytest.mark.parametrize("own", OWN_INSTRUMENTS.values(), ids=lambda found: found.code)
def test_our_own_scores_do_not_claim_a_published_code(own):
    found = response_resource(own, {}, Score(1), authored=AT)

    assert found["contained"][0]["code"] == {"text": f"{own.title}: score"}


@pytest.mark.parametrize(
    ("item", "answer", "value"),
    [
        (ask("a", "tick"), True, {"valueBoolean": True}),
        (ask("a", "yes_no"), False, {"valueBoolean": False}),
        (ask("a", "number"), 3, {"valueDecimal": 3}),
        (ask("a", "number", whole=True), 3, {"valueInteger": 3}),
        (ask("a", "text"), "x", {"valueString": "x"}),
        (ask("a", "text", is_date=True), "2026-03-31", {"valueDate": "2026-03-31"}),
    ],
)
def test_answer_has_the_type_of_its_question(item, answer, value):
    found = response_resource(instrument(item), {"a": answer}, None, authored=AT)

    assert found["item"][0]["answer"] == [value]


def test_choice_is_a_coding_with_its_weight():
    found = read(choice("a", 2, type="open-choice"))

    resource = response_resource(found, {"a": 1, "a-other": "mine"}, None, authored=AT)

    assert resource["item"] == [
        {
            "linkId": "a",
            "text": "Ask a",
            "answer": [
                {
                    "valueCoding": {
                        "extension": [
                            {
                                "url": "http://hl7.org/fhir/StructureDefinition/ordinalValue",
                                "valueDecimal": 1,
                            }
                        ],
                        "code": "c1",
                        "display": "is c1",
                        "system": "s",
                    }
                },
                {"valueString": "mine"},
            ],
        }
    ]


def test_each_ticked_option_is_an_answer():
    rows = [{"valueString": word} for word in ("Heat", "Cold", "Rest")]
    found = read(
        {"linkId": "a", "type": "open-choice", "text": "A", "answerOption": rows}
        | {"repeats": True}
    )

    resource = response_resource(
        found, {"a": [0, 2], "a-other": "Swim"}, None, authored=AT
    )

    assert resource["item"][0]["answer"] == [
        {"valueString": "Heat"},
        {"valueString": "Rest"},
        {"valueString": "Swim"},
    ]


def test_own_option_has_its_number_for_a_code():
    own = OWN_INSTRUMENTS["global_change"]

    coding = response_resource(own, {"change": 2}, None, authored=AT)["item"][0][
        "answer"
    ][0]["valueCoding"]

    assert (coding["code"], coding["display"]) == ("2", "Much better")
    assert "system" not in coding


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        ([{"valueInteger": 5}, {"valueInteger": 1}], {"valueInteger": 1}),
        ([{"valueString": "No"}, {"valueString": "Yes"}], {"valueString": "Yes"}),
    ],
)
def test_bare_answer_goes_back_as_it_came(rows, value):
    found = read({"linkId": "a", "type": "choice", "text": "A", "answerOption": rows})

    resource = response_resource(found, {"a": 1}, None, authored=AT)

    assert resource["item"][0]["answer"] == [value]


def test_hidden_questions_and_texts_to_read_are_left_out():
    hidden = ask("c", "text", show_if=Condition("a", "=", 1))
    questionnaire = instrument(ask("hello", "display"), scale("a"), hidden)

    found = response_resource(questionnaire, {"a": 2, "c": "x"}, None, authored=AT)

    assert [row["linkId"] for row in found["item"]] == ["a"]


def test_code_that_only_looks_like_own_words_stays_its_own_question():
    questionnaire = instrument(ask("x-other", "text"))

    found = response_resource(questionnaire, {"x-other": "y"}, None, authored=AT)

    assert found["item"][0]["linkId"] == "x-other"
