"""When a question is shown: the operators as FHIR R4 defines them."""

import pytest

from tracker.clinical.proms.condition import (
    Combination,
    Condition,
    condition_from_json,
)


@pytest.mark.parametrize(
    ("operator", "value", "answer", "holds"),
    [
        ("=", 3, 3, True),
        ("=", 3, 3.0, True),
        ("=", 3, 2, False),
        ("=", 3, None, False),
        ("=", 1, True, False),
        ("=", True, True, True),
        ("=", True, False, False),
        ("=", False, 0, False),
        ("=", "a", "a", True),
        ("=", "3", 3, False),
        ("!=", 3, 2, True),
        ("!=", 3, 3, False),
        ("!=", 3, None, True),
        ("!=", 1, True, True),
        (">", 3, 3, False),
        (">", 3, 4, True),
        (">", 3, None, False),
        (">", 3, "4", False),
        (">=", 3, 2, False),
        (">=", 3, 3, True),
        (">=", 3, 2.5, False),
        ("<", 3, 3, False),
        ("<", 3, 2, True),
        ("<", 3, None, False),
        ("<=", 3, 3, True),
        ("<=", 3, 4, False),
        ("<", "2026-03-31", "2026-03-30", True),
        ("exists", True, 0, True),
        ("exists", True, False, True),
        ("exists", True, None, False),
        ("exists", False, None, True),
        ("exists", False, "x", False),
        ("=", 3, [1, 3], True),
        ("=", 3, [1, 2], False),
        ("!=", 3, [1, 2], True),
        ("!=", 3, [1, 3], False),
        (">", 3, [1, 4], True),
        (">", 3, [1, 2], False),
        ("exists", True, [1], True),
    ],
)
def test_operator(operator, value, answer, holds):
    answers = {} if answer is None else {"q": answer}

    assert Condition("q", operator, value).holds(answers) is holds


@pytest.mark.parametrize(
    ("answers", "holds"),
    [
        ({"a": 1, "b": 2}, True),
        ({"a": 1, "b": 1}, False),
        ({"a": 3}, True),
        ({"b": 3}, True),
        ({"b": 2}, False),
        ({}, False),
        ({"a": "9", "b": 2}, False),
        ({"a": "9", "b": 3}, True),
    ],
)
def test_sum_of_several_counts_what_was_answered(answers, holds):
    assert Condition("a", ">=", 3, plus=("b",)).holds(answers) is holds


A, B = Condition("a", "=", 1), Condition("b", "=", 1)


@pytest.mark.parametrize(
    ("behavior", "answers", "holds"),
    [
        ("any", {"a": 1}, True),
        ("any", {"b": 1}, True),
        ("any", {}, False),
        ("all", {"a": 1}, False),
        ("all", {"a": 1, "b": 1}, True),
    ],
)
def test_combination(behavior, answers, holds):
    assert Combination(behavior, (A, B)).holds(answers) is holds


def test_codes_are_those_of_all_parts():
    nested = Combination("all", (A, Combination("any", (B, Condition("c", "=", 1)))))

    assert nested.codes == ("a", "b", "c")
    assert Condition("a", "=", 1, plus=("d",)).codes == ("a", "d")


def test_json_turns_back_into_the_same_condition():
    nested = Combination("all", (A, Condition("b", ">", 2, plus=("c", "d"))))

    assert nested.as_json() == {
        "behavior": "all",
        "conditions": [
            {"code": "a", "operator": "=", "value": 1, "plus": []},
            {"code": "b", "operator": ">", "value": 2, "plus": ["c", "d"]},
        ],
    }
    assert condition_from_json(nested.as_json()) == nested


def test_condition_without_plus_is_read():
    data = {"code": "a", "operator": "=", "value": 1}

    assert condition_from_json(data) == A
