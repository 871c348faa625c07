"""enableWhen: what a question may depend on."""

import pytest

from tests.unit.tracker.clinical.proms.resources import SDC, choice, item, read_one
from tests.unit.tracker.clinical.proms.test_fhir import fault
from tracker.clinical.proms.instrument import Combination, Condition

YES_NO = item("q", "boolean")
NUMBER = item("q", "decimal")
CHOICE = choice("q")
SEVERAL = choice("q", repeats=True)
TEXTS = item("q", "choice", answerOption=[{"valueString": "A"}, {"valueString": "B"}])
NUMBERS = item("q", "choice", answerOption=[{"valueInteger": n} for n in (5, 1)])
TEXT = item("q", "string")
DATE = item("q", "date")


def when(operator, question="q", **answer):
    return {"question": question, "operator": operator, **answer}


def show_if(first, *conditions, **changes):
    row = item("b", enableWhen=list(conditions), **changes)
    return read_one(first, row).show_if


def refused(first, *conditions, **changes):
    return fault(first, item("b", enableWhen=list(conditions), **changes))


@pytest.mark.parametrize(
    ("first", "condition", "expected"),
    [
        (YES_NO, when("=", answerBoolean=True), Condition("q", "=", True)),
        (YES_NO, when("!=", answerBoolean=False), Condition("q", "!=", False)),
        (YES_NO, when("exists", answerBoolean=True), Condition("q", "exists", True)),
        (CHOICE, when("exists", answerBoolean=False), Condition("q", "exists", False)),
        (NUMBER, when("=", answerInteger=0), Condition("q", "=", 0)),
        (NUMBER, when(">", answerDecimal=1.5), Condition("q", ">", 1.5)),
        (NUMBER, when("<", answerInteger=3), Condition("q", "<", 3)),
        (NUMBER, when(">=", answerInteger=3), Condition("q", ">=", 3)),
        (NUMBER, when("<=", answerInteger=3), Condition("q", "<=", 3)),
        (NUMBERS, when(">", answerInteger=3), Condition("q", ">", 3)),
        (
            CHOICE,
            when("=", answerCoding={"system": "s", "code": "c2"}),
            Condition("q", "=", 2),
        ),
        (CHOICE, when("!=", answerCoding={"code": "c1"}), Condition("q", "!=", 1)),
        (SEVERAL, when("=", answerCoding={"code": "c1"}), Condition("q", "=", 1)),
        (SEVERAL, when("!=", answerCoding={"code": "c1"}), Condition("q", "!=", 1)),
        (TEXTS, when("=", answerString="B"), Condition("q", "=", 1)),
        (TEXT, when("=", answerString="x"), Condition("q", "=", "x")),
        (
            DATE,
            when("<", answerDate="2026-03-31"),
            Condition("q", "<", "2026-03-31"),
        ),
    ],
)
def test_condition_is_read(first, condition, expected):
    assert show_if(first, condition) == expected


@pytest.mark.parametrize("behavior", ["any", "all"])
def test_several_conditions_are_joined(behavior):
    conditions = [when(">", answerInteger=3), when("<", answerInteger=1)]

    assert show_if(NUMBER, *conditions, enableBehavior=behavior) == Combination(
        behavior, (Condition("q", ">", 3), Condition("q", "<", 1))
    )


def test_one_condition_needs_no_joining():
    condition = when("=", answerBoolean=True)

    assert show_if(YES_NO, condition, enableBehavior="") == Condition("q", "=", True)


def test_no_condition_shows_always():
    assert show_if(YES_NO) is None


@pytest.mark.parametrize("behavior", ["", "one"])
def test_several_conditions_without_joining_are_refused(behavior):
    conditions = [when("=", answerBoolean=True)] * 2

    assert refused(YES_NO, *conditions, enableBehavior=behavior) == (
        "item[1].enableBehavior"
    )


@pytest.mark.parametrize(
    ("first", "condition", "field"),
    [
        (YES_NO, when("=", question="b", answerBoolean=True), ".question"),
        (YES_NO, when("=", question="z", answerBoolean=True), ".question"),
        (YES_NO, when("~", answerBoolean=True), ".operator"),
        (YES_NO, when("", answerBoolean=True), ".operator"),
        (YES_NO, when("="), ""),
        (YES_NO, when("=", answerBoolean=True, answerInteger=1), ""),
        (YES_NO, when(">", answerBoolean=True), ".answerBoolean"),
        (YES_NO, when("=", answerInteger=1), ".answerInteger"),
        (YES_NO, when("=", answerBoolean="true"), ".answerBoolean"),
        (YES_NO, when("exists", answerInteger=1), ".answerInteger"),
        (NUMBER, when("exists", answerInteger=1), ".answerInteger"),
        (CHOICE, when("exists", answerCoding={"code": "c1"}), ".answerCoding"),
        (NUMBER, when("=", answerBoolean=True), ".answerBoolean"),
        (NUMBER, when("=", answerQuantity={}), ".answerQuantity"),
        (NUMBER, when(">", answerInteger="3"), ".answerInteger"),
        (CHOICE, when(">", answerCoding={"code": "c1"}), ".answerCoding"),
        (CHOICE, when("=", answerCoding={"code": "c9"}), ".answerCoding"),
        (
            CHOICE,
            when("=", answerCoding={"system": "t", "code": "c1"}),
            ".answerCoding",
        ),
        (CHOICE, when("=", answerCoding="c1"), ".answerCoding"),
        (TEXTS, when("=", answerString="C"), ".answerString"),
        (TEXT, when("<", answerString="C"), ".answerString"),
        (TEXT, when("=", answerInteger=3), ".answerInteger"),
    ],
)
def test_condition_we_cannot_keep_names_its_path(first, condition, field):
    assert refused(first, condition) == f"item[1].enableWhen[0]{field}"


def test_text_to_read_is_nothing_to_depend_on():
    group = item("q", "group")
    condition = when("exists", answerBoolean=True)

    assert fault(group, item("z"), item("b", enableWhen=[condition])) == (
        "item[2].enableWhen[0].question"
    )


def test_expression_is_refused():
    rows = [{"url": f"{SDC}sdc-questionnaire-enableWhenExpression"}]

    assert fault(YES_NO, item("b", extension=rows)) == "item[1].extension"
