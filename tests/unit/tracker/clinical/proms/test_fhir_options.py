"""What can be chosen, and which number each answer counts."""

import pytest

from tests.unit.tracker.clinical.proms.resources import (
    CORE,
    coding,
    extension,
    item,
    read_one,
)
from tests.unit.tracker.clinical.proms.test_fhir import fault
from tracker.clinical.proms.instrument import Option


def ask(*options):
    return item("a", "choice", answerOption=list(options))


def values(*options, **changes):
    return [option.value for option in read_one(ask(*options), **changes).options]


def weighed(weight, place="answerOption", url=f"{CORE}ordinalValue"):
    rows = [{"url": url, "valueDecimal": weight}]
    row = coding(f"w{weight}")
    target = row if place == "answerOption" else row["valueCoding"]
    target["extension"] = rows
    return row


def test_codings_keep_their_code_system_and_label():
    assert read_one(ask(coding("x"), coding("y", system=""))).options == (
        Option(0, "is x", "x", "s"),
        Option(1, "is y", "y", ""),
    )


def test_coding_without_a_label_shows_its_code():
    assert read_one(ask(coding("x", display=""), coding("y"))).options[0].label == "x"


@pytest.mark.parametrize("place", ["answerOption", "valueCoding"])
@pytest.mark.parametrize(
    "name",
    [
        "ordinalValue",
        "itemWeight",
        "questionnaire-ordinalValue",
        "valueset-ordinalValue",
    ],
)
def test_weight_of_an_answer_is_its_value(place, name):
    url = f"{CORE}{name}"

    assert values(weighed(3, place, url), weighed(1.0, place, url)) == [3, 1]


def test_weight_of_a_coding_goes_before_that_of_its_option():
    both = coding("x", weight=5)
    both["extension"] = [extension("ordinalValue", valueDecimal=9)]

    assert values(both, weighed(2)) == [5, 2]


def test_answers_without_weights_count_their_place():
    assert values(coding("x"), coding("y"), coding("z")) == [0, 1, 2]


@pytest.mark.parametrize(
    "options",
    [
        [weighed(0), weighed(0.5)],
        [weighed(1), weighed(1.0)],
        [weighed(1), coding("y")],
        [coding("x"), weighed(0)],
    ],
)
def test_weights_we_cannot_count_matter_only_where_something_is_counted(options):
    assert values(*options) == [0, 1]
    assert fault(ask(*options), scoring="sane") == "item[0].answerOption"


def test_texts_are_answers():
    first, second = {"valueString": "One"}, {"valueString": "Two"}

    assert read_one(ask(first, second)).options == (Option(0, "One"), Option(1, "Two"))


def test_texts_may_have_weights():
    rows = [
        {
            "valueString": f"Text {weight}",
            "extension": [extension("ordinalValue", valueDecimal=weight)],
        }
        for weight in (4, 2)
    ]

    assert values(*rows) == [4, 2]


def numbers(*found):
    return [{"valueInteger": number} for number in found]


def test_whole_numbers_in_a_row_become_a_scale():
    found = read_one(ask(*numbers(1, 2, 3)))

    assert (found.kind, found.lowest, found.highest, found.options) == (
        "scale",
        1,
        3,
        (),
    )


def test_equal_whole_numbers_count_their_place_where_nothing_is_counted():
    assert values(*numbers(5, 5)) == [0, 1]
    assert fault(ask(*numbers(5, 5)), scoring="sane") == "item[0].answerOption"


@pytest.mark.parametrize("row", [(1, 3), (3, 2, 1), (0, 2, 1)])
def test_other_whole_numbers_stay_a_choice(row):
    found = read_one(ask(*numbers(*row)))

    assert [(option.value, option.label) for option in found.options] == [
        (number, f"{number}") for number in row
    ]


def test_codings_labelled_with_numbers_stay_a_choice():
    rows = [coding("x", display="0"), coding("y", display="1")]

    assert read_one(ask(*rows)).kind == "choice"


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ([], "item[0].answerOption"),
        ([coding("x")], "item[0].answerOption"),
        ([coding(f"c{n}") for n in range(201)], "item[0].answerOption"),
        ([coding("x"), {}], "item[0].answerOption[1]"),
        (
            [{"valueString": "a", "valueInteger": 1}, coding("x")],
            "item[0].answerOption[0]",
        ),
        (
            [{"valueDate": "2026-01-01"}, coding("x")],
            "item[0].answerOption[0].valueDate",
        ),
        (
            [{"valueReference": {}}, coding("x")],
            "item[0].answerOption[0].valueReference",
        ),
        ([{"valueString": " "}, coding("x")], "item[0].answerOption[0].valueString"),
        ([{"valueString": 3}, coding("x")], "item[0].answerOption[0].valueString"),
        ([{"valueInteger": "3"}, coding("x")], "item[0].answerOption[0].valueInteger"),
        ([{"valueCoding": {}}, coding("x")], "item[0].answerOption[0].valueCoding"),
        ([{"valueCoding": "x"}, coding("x")], "item[0].answerOption[0].valueCoding"),
        (
            [coding("x" * 201), coding("x")],
            "item[0].answerOption[0].valueCoding.code",
        ),
        (
            [coding("x", system="x" * 501), coding("x")],
            "item[0].answerOption[0].valueCoding.system",
        ),
        (
            [coding("x", extension=[extension("ordinalValue", valueDecimal="1")])] * 2,
            "item[0].answerOption[0].valueCoding.extension[0].valueDecimal",
        ),
    ],
)
def test_answer_that_cannot_be_offered_names_its_path(options, field):
    assert fault(ask(*options)) == field


def test_longest_system_is_taken():
    assert read_one(ask(coding("x", system="x" * 500), coding("y"))).options


def test_two_hundred_answers_are_taken():
    assert len(read_one(ask(*(coding(f"c{n}") for n in range(200)))).options) == 200


def from_set(value_set, name="#often"):
    row = item("a", "choice", answerValueSet=name)
    contained = [
        {"resourceType": "CodeSystem", "id": "often"},
        {"resourceType": "ValueSet", "id": "often"} | value_set,
    ]
    return read_one(row, contained=contained).options


CONCEPTS = [
    {
        "code": "n",
        "display": "Never",
        "extension": [extension("ordinalValue", valueDecimal=0)],
    },
    {
        "code": "o",
        "display": "Often",
        "extension": [extension("ordinalValue", valueDecimal=5)],
    },
]


def test_answers_come_from_a_contained_set():
    include = [
        {"system": "s", "concept": CONCEPTS[:1]},
        {"system": "t", "concept": CONCEPTS[1:]},
    ]

    assert from_set({"compose": {"include": include}}) == (
        Option(0, "Never", "n", "s"),
        Option(5, "Often", "o", "t"),
    )


def test_expanded_set_goes_before_its_definition():
    rows = [{"system": "u", "code": "x"}, {"system": "v", "code": "y", "display": "Y"}]
    value_set = {
        "expansion": {"contains": rows},
        "compose": {"include": [{"concept": CONCEPTS}]},
    }

    assert from_set(value_set) == (Option(0, "x", "x", "u"), Option(1, "Y", "y", "v"))


@pytest.mark.parametrize(
    ("value_set", "name"),
    [
        ({}, "#often"),
        ({"compose": {"include": []}}, "#often"),
        ({"compose": {}}, "#often"),
        ({"expansion": {}}, "#often"),
        ({"compose": {"include": [{"concept": CONCEPTS}]}}, "#other"),
        ({"compose": {"include": [{"concept": CONCEPTS}]}}, "often"),
        ({"compose": {"include": [{"concept": CONCEPTS}]}}, "http://x/ValueSet/often"),
    ],
)
def test_set_without_answers_in_the_file_is_refused(value_set, name):
    contained = [{"resourceType": "ValueSet", "id": "often"} | value_set]
    row = item("a", "choice", answerValueSet=name)

    assert fault(row, contained=contained) == "item[0].answerValueSet"
