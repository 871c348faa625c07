"""The questions of a FHIR Questionnaire, laid flat."""

import pytest

from tests.unit.tracker.clinical.proms.resources import (
    SDC,
    choice,
    control,
    extension,
    item,
    read,
    read_one,
)
from tests.unit.tracker.clinical.proms.test_fhir import codes, fault
from tracker.clinical.proms.instrument import Combination, Condition, Item, Option


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (item(kind="boolean"), Item("a", "Ask a", "yes_no")),
        (
            item(kind="boolean", extension=[control("check-box")]),
            Item("a", "Ask a", "tick"),
        ),
        (item(kind="string"), Item("a", "Ask a", "text")),
        (item(kind="text"), Item("a", "Ask a", "text")),
        (item(kind="date"), Item("a", "Ask a", "text", is_date=True)),
        (item(kind="integer"), Item("a", "Ask a", "number", whole=True)),
        (item(kind="decimal"), Item("a", "Ask a", "number")),
        (item(required=True), Item("a", "Ask a", "yes_no", required=True)),
    ],
)
def test_type_becomes_a_kind(row, expected):
    assert read_one(row) == expected


def test_text_to_read_is_kept():
    assert read(item("a"), item("b", "display")).items[1] == Item(
        "b", "Ask b", "display"
    )
    assert not read_one(item("a"), item("b", "display", required=True)).required


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"text": "  Say  "}, "Say"),
        ({"prefix": "1."}, "1. Ask a"),
        ({"text": "", "code": [{"display": "By code"}]}, "By code"),
        ({"text": "", "code": [{"display": "By code"}], "prefix": "2)"}, "2) By code"),
    ],
)
def test_text_of_a_question(changes, text):
    assert read_one(item("a", **changes)).text == text


@pytest.mark.parametrize("kind", ["integer", "decimal"])
def test_unit_of_a_number_is_shown(kind):
    kilograms = extension("questionnaire-unit", valueCoding={"display": "kg"})
    code_only = extension("questionnaire-unit", valueCoding={"code": "Cel"})

    assert read_one(item("a", kind, extension=[kilograms])).text == "Ask a (kg)"
    assert read_one(item("a", kind, extension=[code_only])).text == "Ask a (Cel)"
    assert (
        read_one(item("a", kind, extension=[extension("questionnaire-unit")])).text
        == "Ask a"
    )


def limits(kind, low=None, high=None, value="valueInteger"):
    rows = [
        extension(name, **{value: limit})
        for name, limit in (("minValue", low), ("maxValue", high))
        if limit is not None
    ]
    return item("a", kind, extension=rows)


@pytest.mark.parametrize(
    ("row", "kind", "lowest", "highest", "whole"),
    [
        (limits("integer", 0, 10), "scale", 0, 10, False),
        (limits("integer", 0, 20), "scale", 0, 20, False),
        (limits("integer", 10, 25), "scale", 10, 25, False),
        (limits("integer", -9, 12), "number", -9, 12, True),
        (limits("integer", 0, 10**12), "number", 0, 10**12, True),
        (limits("integer", 0, 21), "number", 0, 21, True),
        (limits("integer", 0, 100), "number", 0, 100, True),
        (limits("integer", 0), "number", 0, None, True),
        (limits("integer", None, 5), "number", None, 5, True),
        (limits("integer", 0.0, 10.0, "valueDecimal"), "scale", 0, 10, False),
        (limits("integer", 0.5, 10, "valueDecimal"), "number", 0.5, 10, True),
        (limits("integer", 0, 10.5, "valueDecimal"), "number", 0, 10.5, True),
        (limits("decimal", 0, 10), "number", 0, 10, False),
        (limits("decimal", 35.5, 42.5, "valueDecimal"), "number", 35.5, 42.5, False),
        (limits("decimal", 0, 10, "valueDate"), "number", None, None, False),
    ],
)
def test_few_whole_numbers_become_buttons(row, kind, lowest, highest, whole):
    found = read_one(row)

    assert (found.kind, found.lowest, found.highest, found.whole) == (
        kind,
        lowest,
        highest,
        whole,
    )


@pytest.mark.parametrize(("low", "high"), [(5, 5), (6, 5)])
def test_limits_in_the_wrong_order_are_refused(low, high):
    assert fault(limits("integer", low, high)) == "item[0].extension"


@pytest.mark.parametrize("value", ["1", True, 10**13, -(10**13)])
def test_limit_that_is_no_usable_number_is_refused(value):
    field = "item[0].extension[0].valueInteger"

    assert fault(limits("integer", value)) == field


def test_slider_has_its_labels_and_help():
    labels = [
        item("a1", "display", text="None", extension=[control("lower")]),
        item("a2", "display", text="Worst", extension=[control("upper")]),
        item("a3", "display", text="Think of today", extension=[control("help")]),
        item("a4", "display", text="Below"),
    ]
    row = limits("integer", 0, 10) | {"item": labels}

    assert read(row).items == (
        Item(
            "a",
            "Ask a",
            "scale",
            lowest=0,
            highest=10,
            low_label="None",
            high_label="Worst",
            help="Think of today",
        ),
        Item("a4", "Below", "display"),
    )


def test_question_with_a_control_for_labels_stays_a_question():
    below = item("b", extension=[control("help")])

    assert codes(read(item("a", item=[below]))) == ["a", "b"]


def test_control_without_a_code_changes_nothing():
    bare = [extension("questionnaire-itemControl")]
    empty = [extension("questionnaire-itemControl", valueCodeableConcept={})]

    assert read_one(item("a", extension=bare)).kind == "yes_no"
    assert read_one(item("a", extension=empty)).kind == "yes_no"


def test_groups_are_laid_flat_and_their_text_is_kept():
    inner = item("g2", "group", text="", item=[item("b", item=[item("c")])])
    outer = item("g1", "group", item=[item("a"), inner])

    found = read(outer, item("d"))

    assert codes(found) == ["g1", "a", "b", "c", "d"]
    assert found.items[0] == Item("g1", "Ask g1", "display")


def test_condition_of_a_group_holds_for_all_below():
    when = [{"question": "a", "operator": "=", "answerBoolean": True}]
    own = [{"question": "b", "operator": "=", "answerBoolean": False}]
    group = item(
        "g", "group", enableWhen=when, item=[item("b"), item("c", enableWhen=own)]
    )

    found = read(item("a"), group)
    outer, inner = Condition("a", "=", True), Condition("b", "=", False)

    assert [one.show_if for one in found.items] == [
        None,
        outer,
        outer,
        Combination("all", (outer, inner)),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"readOnly": True},
        {"extension": [extension("questionnaire-hidden", valueBoolean=True)]},
        {"extension": [{"url": f"{SDC}sdc-questionnaire-calculatedExpression"}]},
    ],
)
def test_what_a_program_fills_in_is_not_asked(changes):
    row = item("b", "quantity", **changes)

    assert codes(read(item("a"), row)) == ["a"]


def test_what_is_not_hidden_is_asked():
    shown = extension("questionnaire-hidden", valueBoolean=False)

    assert codes(read(item("a", extension=[shown], readOnly=False))) == ["a"]


def test_open_choice_leaves_room_for_own_words():
    when = [{"question": "z", "operator": "exists", "answerBoolean": True}]
    row = choice("a", 2, type="open-choice", required=True, enableWhen=when)
    condition = Condition("z", "exists", True)

    found = read(item("z"), row)

    assert found.items[1:] == (
        Item(
            "a",
            "Ask a",
            "choice",
            (Option(0, "is c0", "c0", "s"), Option(1, "is c1", "c1", "s")),
            required=False,
            show_if=condition,
        ),
        Item("a-other", "Or say it in your own words", "text", show_if=condition),
    )


def test_choice_that_repeats_takes_several_options():
    found = read_one(choice("a", 2, repeats=True, required=True))

    assert found == Item(
        "a",
        "Ask a",
        "choices",
        (Option(0, "is c0", "c0", "s"), Option(1, "is c1", "c1", "s")),
        required=True,
    )


def test_whole_numbers_to_tick_are_no_scale():
    rows = [{"valueInteger": number} for number in (1, 2, 3)]

    found = read_one(item("a", "choice", answerOption=rows, repeats=True))

    assert (found.kind, len(found.options)) == ("choices", 3)


def test_open_choice_that_repeats_leaves_room_for_own_words_too():
    found = read(choice("a", 2, type="open-choice", repeats=True))

    assert [(one.code, one.kind) for one in found.items] == [
        ("a", "choices"),
        ("a-other", "text"),
    ]


@pytest.mark.parametrize(
    ("rows", "field"),
    [
        ([item("")], "item[0].linkId"),
        ([item("x" * 201)], "item[0].linkId"),
        ([item(3)], "item[0].linkId"),
        ([item("a"), item("a")], "item[1].linkId"),
        ([item("a", "group", text="", item=[item("a")])], "item[0].item[0].linkId"),
        (
            [choice("a", type="open-choice"), item("a-other")],
            "item[1].linkId",
        ),
        ([item("a", text="")], "item[0].text"),
        ([item("a", text=None)], "item[0].text"),
        ([item("a", text=["x"])], "item[0].text"),
        ([item("a", "question")], "item[0].type"),
        ([item("a", "quantity")], "item[0].type"),
        ([item("a", "reference")], "item[0].type"),
        ([item("a", "attachment")], "item[0].type"),
        ([item("a", "dateTime")], "item[0].type"),
        ([item("a", None)], "item[0].type"),
        ([item("a", repeats=True)], "item[0].repeats"),
        ([item("g", "group", repeats=True)], "item[0].repeats"),
        ([item("a", required="yes")], "item[0].required"),
        ([item("a", readOnly=1)], "item[0].readOnly"),
        ([item("a", prefix="x" * 51)], "item[0].prefix"),
        ([item("a", modifierExtension=[])], "item[0].modifierExtension"),
        ([item("a", extension=[3])], "item[0].extension[0]"),
        ([item("a", item="b")], "item[0].item"),
    ],
)
def test_question_that_cannot_be_asked_names_its_path(rows, field):
    assert fault(*rows) == field


def in_groups(depth):
    row = item("a")
    for number in range(depth):
        row = item(f"g{number}", "group", item=[row])
    return row


def test_groups_have_a_limit():
    assert len(read(in_groups(9)).items) == 10
    assert fault(in_groups(10)) == "item[0]" + ".item[0]" * 10


def test_items_have_a_limit():
    many = [item(f"q{number}") for number in range(501)]

    assert len(read(*many[:500]).items) == 500
    assert fault(*many) == "item[500]"


def test_items_left_out_count_towards_the_limit():
    many = [item(f"q{number}", readOnly=True) for number in range(501)]

    assert fault(*many) == "item[500]"
