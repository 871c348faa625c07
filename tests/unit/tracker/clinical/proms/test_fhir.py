"""Importing a FHIR Questionnaire: the whole file, and what is added to it."""

import json
from math import inf, nan

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from tests.unit.tracker.clinical.proms.builders import given
from tests.unit.tracker.clinical.proms.resources import choice, item, read, resource
from tracker.clinical.proms.fhir import InvalidQuestionnaire, read_questionnaire
from tracker.clinical.proms.instrument import Instrument, Item
from tracker.clinical.proms.schedule import Schedule
from tracker.clinical.proms.scoring import SCORINGS, Score


def fault(*items, **changes):
    with pytest.raises(InvalidQuestionnaire) as caught:
        read(*items, **changes)
    assert str(caught.value).endswith(".")
    return caught.value.field


def fault_of(data):
    with pytest.raises(InvalidQuestionnaire) as caught:
        read_questionnaire(
            data, code="a", scoring="none", schedule=Schedule(), licence="held"
        )
    return caught.value.field


def codes(instrument):
    return [found.code for found in instrument.items]


def numbered(count, kind="choice"):
    make = choice if kind == "choice" else item
    return [make(f"q{number}") for number in range(1, count + 1)]


def test_everything_about_the_file_is_kept():
    found = read(
        item("a", text=" Say a "),
        version=" 2.1 ",
        description="About your back",
        publisher="A society",
        copyright="© A society",
        language="de",
        licence="held by us",
    )

    assert found == Instrument(
        code="imported",
        version="2.1",
        title="Imported",
        intro="About your back",
        items=(Item("a", "Say a", "yes_no"),),
        scoring="none",
        schedule=Schedule(days=(0,)),
        licence="held by us",
        credit="© A society\nA society",
        language="de",
    )


def test_file_with_only_what_it_needs_is_read():
    found = read(item("a"), title="", name="ShortName")

    assert (found.title, found.version, found.language) == ("ShortName", "1", "en")
    assert (found.intro, found.credit) == ("", "")


def test_file_without_a_title_is_told_so():
    with pytest.raises(InvalidQuestionnaire, match=r"^A questionnaire has a title\.$"):
        read(item("a"), title=" ")


def test_import_is_kept_and_read_again():
    found = read(*numbered(4), scoring="PHQ-4")

    assert Instrument.from_json(json.loads(json.dumps(found.as_json()))) == found


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"resourceType": "QuestionnaireResponse"}, "resourceType"),
        ({"resourceType": None}, "resourceType"),
        ({"title": ""}, "title"),
        ({"publisher": "x" * 501}, "publisher"),
        ({"title": "x" * 201}, "title"),
        ({"title": 3}, "title"),
        ({"version": "x" * 21}, "version"),
        ({"language": ["de"]}, "language"),
        ({"language": "x" * 21}, "language"),
        ({"title": "", "name": "x" * 201}, "name"),
        ({"description": "x" * 4001}, "description"),
        ({"item": []}, "items"),
        ({"item": {}}, "item"),
        ({"item": [3]}, "item[0]"),
        ({"contained": "x"}, "contained"),
        ({"modifierExtension": []}, "modifierExtension"),
        ({"code": ""}, "code"),
        ({"code": "a b"}, "code"),
        ({"code": "é"}, "code"),
        ({"code": "x" * 41}, "code"),
        ({"scoring": "PHQ-9"}, "scoring"),
        ({"licence": " "}, "licence"),
    ],
)
def test_file_that_cannot_be_taken_names_the_element(changes, field):
    assert fault(item("a"), **changes) == field


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "x" * 200},
        {"publisher": "x" * 500},
        {"version": "x" * 20},
        {"description": "x" * 4000},
        {"code": "x" * 40},
        {"code": "A_b-3"},
    ],
)
def test_file_at_the_limit_is_taken(changes):
    assert read(item("a"), **changes).items


@pytest.mark.parametrize("data", [None, [], "x", 3])
def test_file_that_is_no_object_is_refused(data):
    assert fault_of(data) == "resource"


@pytest.mark.parametrize("value", ["a\x00", chr(0xD800), chr(0xDFFF), nan, inf, -inf])
def test_file_that_cannot_be_kept_is_refused(value):
    assert fault_of(resource(item("a"), note=[{"deep": value}])) == "resource"


def test_what_cannot_be_kept_is_found_wherever_it_stands():
    assert fault_of({"note": "\x00"} | resource(item("a"))) == "resource"
    assert fault_of(resource(item("a"), note=["\x00", [], {}])) == "resource"


def test_name_that_cannot_be_kept_is_refused():
    assert fault_of(resource(item("a"), **{"a\x00": 1})) == "resource"


def nested(depth):
    value = []
    for _ in range(depth - 1):
        value = [value]
    return value


def test_file_nested_too_deeply_is_refused():
    assert fault_of(resource(item("a"), note=nested(61))) == "resource"
    assert read(item("a"), note=nested(60)).items


def test_file_with_too_many_values_is_refused():
    assert fault_of(resource(item("a"), note=[0] * 50_000)) == "resource"
    assert read(item("a"), note=[0] * 49_900).items


@pytest.mark.parametrize(
    ("scoring", "items", "added"),
    [
        ("PHQ-2", numbered(2), ["tell_us", "self_harm"]),
        ("PHQ-4", numbered(4), ["tell_us", "self_harm"]),
        ("mood", numbered(4), ["tell_us", "self_harm"]),
        ("RMDQ-24", numbered(24, "boolean"), ["none_of_these"]),
        ("PEG", [choice(f"q{n}", 11) for n in (1, 2, 3)], []),
        ("ODI", [choice(f"q{n}", 6) for n in range(10)], []),
        ("none", numbered(4), []),
    ],
)
def test_our_own_questions_follow_where_they_are_needed(scoring, items, added):
    assert codes(read(*items, scoring=scoring))[len(items) :] == added


@pytest.mark.parametrize("scoring", ["PHQ-2", "PHQ-4"])
def test_added_question_opens_from_the_last_two_answers(scoring):
    count = int(scoring[-1])
    found = read(*numbered(count), scoring=scoring)
    last = {f"q{count - 1}": 1, f"q{count}": 2}

    assert codes(found)[-1] == "self_harm"
    assert found.shown(last)[-1].code == "self_harm"
    assert found.shown(last | {f"q{count}": 1})[-1].code == "tell_us"
    assert found.shown({"q1": 3, "q2": 3})[-1].code == (
        "self_harm" if count == 2 else "tell_us"
    )
    assert found.shown({"q2": 3, "q4": 0})[-1].code == (
        "self_harm" if count == 2 else "tell_us"
    )


@pytest.mark.parametrize("scoring", ["PHQ-2", "PHQ-4"])
def test_clinic_may_bring_its_own_question_about_harm(scoring):
    items = [*numbered(int(scoring[-1])), item("self_harm")]

    assert codes(read(*items, scoring=scoring))[-1] == "self_harm"
    assert "tell_us" not in codes(read(*items, scoring=scoring))


def test_clinic_may_bring_its_own_none_of_these():
    items = [*numbered(24, "boolean"), item("none_of_these")]

    assert len(read(*items, scoring="RMDQ-24").items) == 25


def test_roland_morris_is_offered_as_boxes_to_tick():
    found = read(*numbered(24, "boolean"), scoring="RMDQ-24")

    assert {one.kind for one in found.items} == {"tick"}
    assert SCORINGS["RMDQ-24"].score(found, given(True, None, True)) == Score(
        2, feeds={"rmdq_total": 2}
    )


@pytest.mark.parametrize(
    ("scoring", "items"),
    [
        ("RMDQ-24", numbered(23, "boolean")),
        ("PHQ-4", numbered(3)),
        ("PHQ-2", [item("a")]),
        ("PEG", numbered(3)),
        ("PHQ-2", [*numbered(2), item("self_harm", "string")]),
    ],
)
def test_import_of_the_wrong_shape_is_refused(scoring, items):
    assert fault(*items, scoring=scoring) == "scoring"


def test_code_that_we_add_ourselves_is_refused_once_taken():
    assert fault(item("tell_us"), *numbered(2), scoring="PHQ-2") == "items[3].code"


NAMES = st.sampled_from(
    [
        *("linkId", "type", "text", "item", "required", "repeats", "title", "url"),
        *("answerOption", "answerValueSet", "contained", "resourceType", "extension"),
        *("valueCoding", "valueInteger", "code", "display", "enableBehavior"),
        *("enableWhen", "question", "operator", "answerBoolean"),
    ]
)
WORDS = st.sampled_from(
    [*"abc", "choice", "group", "open-choice", "integer", "display", "=", "exists"]
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=3)
    | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5)
    ),
    max_leaves=20,
)


@for_all(st.dictionaries(NAMES, JSON, max_size=6), JSON)
def test_any_file_is_read_or_refused_with_a_sentence(data, items):
    file = {"resourceType": "Questionnaire", "title": "T", "item": items} | data
    try:
        found = read_questionnaire(
            file, code="a", scoring="none", schedule=Schedule(), licence="held"
        )
    except InvalidQuestionnaire as refused:
        found = refused.field

    assert found
