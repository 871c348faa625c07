"""A grade follows from structured answers, or is not suggested at all."""

import pytest

from tracker.clinical.adverse_events.grading import Suggestion, suggest_grade
from tracker.clinical.adverse_events.terms import TERMS


def grade(code, seriousness=(), **answers):
    found = suggest_grade(TERMS[code], answers, frozenset(seriousness))
    return found and found.grade


@pytest.mark.parametrize(
    ("celsius", "expected"),
    [(37.9, None), (38.0, 1), (39.0, 1), (39.1, 2), (40.0, 2), (40.1, 3)],
)
def test_fever_by_its_highest_temperature(celsius, expected):
    assert grade("fever", temperature_c=celsius) == expected


@pytest.mark.parametrize(("hours", "expected"), [(24, 3), (24.5, 4)])
def test_fever_above_40_by_its_length(hours, expected):
    assert grade("fever", temperature_c=40.5, hours_above_40=hours) == expected


@pytest.mark.parametrize(
    ("percent", "expected"),
    [(4.9, None), (5, 1), (9.9, 1), (10, 2), (19.9, 2), (20, 3)],
)
def test_weight_loss_by_its_share(percent, expected):
    assert grade("weight_loss", weight_lost_percent=percent) == expected


@pytest.mark.parametrize(
    ("code", "question", "expected"),
    [
        ("back_pain", "limits", {"nothing": 1, "errands": 2, "self_care": 3}),
        ("weakness", "limits", {"nothing": 1, "errands": 2, "self_care": 3}),
        (
            "urinary_retention",
            "bladder",
            {"residual": 1, "catheter": 2, "procedure": 3, "organ_failure": 4},
        ),
        ("allergic_reaction", "reaction", {"skin": None, "airway": 3}),
        ("allergic_reaction", "treatment", {"none": 1, "medicine": 2}),
        ("anaphylaxis", "reaction", {"airway": 3, "pressure": 3}),
        (
            "suicidal_ideation",
            "thoughts",
            {"passive": 1, "ideation": 2, "plan": 3, "intent": 4},
        ),
        ("spine_infection", "treatment", {"none": None, "medicine": 2}),
    ],
)
def test_answers_to_a_question(code, question, expected):
    found = {answer: grade(code, **{question: answer}) for answer in expected}

    assert found == expected


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [
        ("death", 5),
        ("life_threatening", 4),
        ("admission", 3),
        ("permanent_damage", None),
    ],
)
def test_seriousness_sets_a_lowest_grade(criterion, expected):
    assert grade("other", [criterion]) == expected


def test_the_highest_wins_and_says_why():
    found = suggest_grade(
        TERMS["site_reaction"],
        {"site": "tender", "treatment": "procedure"},
        frozenset(),
    )

    assert found == Suggestion(
        3, "Treatment it needed: an operation or another procedure"
    )


def test_fever_says_which_reading():
    found = suggest_grade(
        TERMS["fever"], {"temperature_c": 40.2, "hours_above_40": 30}, frozenset()
    )

    assert found == Suggestion(
        4, "Highest temperature 40.2 °C, above 40 °C for 30 hours"
    )


@pytest.mark.parametrize("code", TERMS)
def test_nothing_answered_suggests_nothing(code):
    assert grade(code) is None


def test_an_answer_to_a_question_of_another_term_counts_for_nothing():
    assert grade("headache", temperature_c=41, thoughts="intent") is None
