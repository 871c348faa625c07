"""A questionnaire somebody can answer, and what it shows for which answers."""

import pytest

from tests.unit.tracker.clinical.proms.builders import ask, choice, instrument, scale
from tracker.clinical.proms.instrument import (
    Combination,
    Condition,
    Instrument,
    InstrumentError,
    Item,
    Option,
)
from tracker.clinical.proms.schedule import Schedule

FULL = instrument(
    ask("hello", "display"),
    scale("pain", low_label="none", high_label="worst", required=True, help="h"),
    Item("mood", "Ask mood", "choice", (Option(0, "a", "A", "s"), Option(2, "b"))),
    ask("weight", "number", lowest=1.5, whole=False),
    ask("when", "text", is_date=True, show_if=Condition("pain", ">", 3)),
    ask("name", "text", remembered=True),
    scoring="none",
    schedule=Schedule(days=(0, 14), before=(7, 3), after=(0, 3)),
    credit="somebody",
    language="de",
)


def fault(*items, **changes):
    with pytest.raises(InstrumentError) as caught:
        instrument(*items, **changes)
    assert str(caught.value).endswith(".")
    return caught.value.field


def codes(items):
    return [item.code for item in items]


def test_json_turns_back_into_the_same_instrument():
    assert Instrument.from_json(FULL.as_json()) == FULL


def test_json_is_made_of_plain_types():
    assert FULL.as_json()["items"][2]["options"] == [
        {"value": 0, "label": "a", "code": "A", "system": "s"},
        {"value": 2, "label": "b", "code": "", "system": ""},
    ]
    assert FULL.as_json()["items"][4]["show_if"] == {
        "code": "pain",
        "operator": ">",
        "value": 3,
        "plus": [],
    }
    assert FULL.as_json()["schedule"]["days"] == [0, 14]


def test_item_with_only_what_it_needs_is_read():
    row = {"code": "a", "text": "A", "kind": "text"}

    assert Item.from_json(row) == Item("a", "A", "text")


def test_questions_leave_out_what_is_only_read():
    assert codes(FULL.questions) == ["pain", "mood", "weight", "when", "name"]


def test_item_is_found_by_its_code():
    assert FULL.item("mood").text == "Ask mood"
    with pytest.raises(KeyError, match="nowhere"):
        FULL.item("nowhere")


def test_remembered_answers_are_those_of_remembered_items():
    assert FULL.remembered({"name": "walk", "pain": 3}) == {"name": "walk"}
    assert FULL.remembered({"pain": 3}) == {}


CHAIN = instrument(
    ask("a", "yes_no"),
    ask("b", "yes_no", show_if=Condition("a", "=", True)),
    ask("c", "yes_no", show_if=Condition("b", "=", True)),
)


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({}, ["a"]),
        ({"a": False}, ["a"]),
        ({"a": True}, ["a", "b"]),
        ({"a": True, "b": True}, ["a", "b", "c"]),
        ({"a": False, "b": True}, ["a"]),
    ],
)
def test_answer_of_a_hidden_question_does_not_show_another(answers, shown):
    assert codes(CHAIN.shown(answers)) == shown


def test_item_may_look_at_its_own_answer():
    sticky = instrument(
        ask("a", "yes_no"),
        ask(
            "b",
            "yes_no",
            show_if=Combination(
                "any", (Condition("a", "=", True), Condition("b", "=", True))
            ),
        ),
    )

    assert codes(sticky.shown({"a": False, "b": True})) == ["a", "b"]
    assert codes(sticky.shown({"a": False, "b": False})) == ["a"]


@pytest.mark.parametrize("name", ["code", "version", "title", "scoring", "licence"])
@pytest.mark.parametrize("value", ["", "  ", None, 3])
def test_naming_fields_are_text(name, value):
    assert fault(scale("a"), **{name: value}) == name


def test_questionnaire_asks_something():
    assert fault() == "items"
    assert fault(ask("a", "display")) == "items"


def test_questionnaire_has_at_most_500_items():
    many = [ask(f"q{number}", "text") for number in range(501)]

    assert fault(*many) == "items"
    assert len(instrument(*many[:500]).items) == 500


@pytest.mark.parametrize(
    ("item", "field"),
    [
        (ask("", "text"), "items[1].code"),
        (ask("a", "text"), "items[1].code"),
        (Item("b", " ", "text"), "items[1].text"),
        (ask("b", "slider"), "items[1].kind"),
        (ask("b", "choice"), "items[1].options"),
        (ask("b", "choice", options=(Option(1, "x"),)), "items[1].options"),
        (
            ask("b", "choice", options=(Option(1, "x"), Option(1, "y"))),
            "items[1].options",
        ),
        (ask("b", "scale"), "items[1].lowest"),
        (ask("b", "scale", lowest=0), "items[1].lowest"),
        (ask("b", "scale", highest=5), "items[1].lowest"),
        (scale("b", 0, 5.0), "items[1].lowest"),
        (scale("b", 5, 5), "items[1].highest"),
        (ask("b", "number", lowest=2, highest=1), "items[1].highest"),
        (ask("b", "text", show_if=Condition("c", "=", 1)), "items[1].show_if"),
        (ask("b", "text", show_if=Condition("a", "~", 1)), "items[1].show_if"),
        (
            ask("b", "text", show_if=Condition("a", "=", 1, plus=("z",))),
            "items[1].show_if",
        ),
        (ask("b", "text", show_if=Combination("any", ())), "items[1].show_if"),
        (
            ask("b", "text", show_if=Combination("one", (Condition("a", "=", 1),))),
            "items[1].show_if",
        ),
        (
            ask("b", "text", show_if=Combination("all", (Condition("z", "=", 1),))),
            "items[1].show_if",
        ),
        (ask("b", "display", show_if=Condition("b", "=", 1)), "items[1].show_if"),
    ],
)
def test_item_nobody_could_answer_is_refused(item, field):
    assert fault(ask("a", "text"), item) == field


@pytest.mark.parametrize(
    "item",
    [
        ask("b", "choice", options=(Option(1, "x"), Option(2, "y"))),
        scale("b", 0, 1),
        ask("b", "number", lowest=1),
        ask("b", "number", highest=1),
        ask("b", "text", show_if=Condition("b", "=", "x")),
        choice("b", show_if=Combination("all", (Condition("a", "=", "x"),))),
    ],
)
def test_item_at_the_limit_is_taken(item):
    assert instrument(ask("a", "text"), item).items[1] == item


def test_text_to_read_is_not_a_question_to_depend_on():
    field = fault(
        ask("a", "display"), ask("b", "text", show_if=Condition("a", "exists", False))
    )

    assert field == "items[1].show_if"
