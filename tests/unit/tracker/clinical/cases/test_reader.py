"""A case file is taken whole, or refused with each fault and its place."""

from datetime import timedelta

import pytest

from tests.unit.tracker.clinical.cases.files import case, document, example, listed
from tracker.clinical.cases.case import PROCEDURE
from tracker.clinical.cases.fields import InvalidCases
from tracker.clinical.cases.reader import read_cases
from tracker.clinical.profile import Profile
from tracker.clinical.symptoms import Change
from tracker.clinical.trends import Entry

UNKNOWN = "unknown_to_us"
HOURS = "days[0].hours_since_procedure"


def places(given):
    """Case id and path of every fault."""
    with pytest.raises(InvalidCases) as refused:
        read_cases(given)
    assert all(error.reason.endswith(".") for error in refused.value.errors)
    return [(error.case_id, error.path) for error in refused.value.errors]


def read_one(*days, **fields):
    (read,) = read_cases(document(case(*days, **fields)))
    return read


def answers_of(**answers):
    return read_one({"day": 3, **answers}).entries[0].answers


def test_example_of_the_format_reads():
    (read,) = read_cases(example())

    assert read.id == "example-1"
    assert read.profile == Profile(
        age=54,
        sex="female",
        region="lumbar",
        routes=("intradiscal",),
        baseline_pain=6.0,
        facts=frozenset({"diabetes"}),
        known_symptoms=frozenset({"leg_pain_one_side"}),
    )
    assert read.carries
    assert read.days == range(1, 10)
    assert [(e.day, e.number, e.corrects) for e in read.entries] == [
        (1, 1, None),
        (6, 1, None),
        (9, 1, None),
        (9, 2, 1),
    ]
    assert [e.answers is None for e in read.entries] == [False, True, False, False]


@pytest.mark.parametrize(
    ("text", "unit", "celsius"),
    [
        ("36,9", "C", 36.9),
        ("36.9", "C", 36.9),
        ("101.3", "F", 38.5),
        ("101,3", "F", 38.5),
        (" 38 ", "C", 38.0),
    ],
)
def test_temperature_is_read_as_typed(text, unit, celsius):
    found = answers_of(temperature=text, temperature_unit=unit)

    assert found.temperature_c == celsius


@pytest.mark.parametrize(
    ("answers", "path"),
    [
        ({"temperature": "38", "temperature_unit": "K"}, "temperature_unit"),
        ({"temperature": "38"}, "temperature_unit"),
        ({"temperature": "38", "temperature_unit": None}, "temperature_unit"),
        ({"temperature": "hot", "temperature_unit": "C"}, "temperature"),
        ({"temperature": "", "temperature_unit": "C"}, "temperature"),
        ({"temperature": "101.3", "temperature_unit": "C"}, "temperature"),
        ({"pain": 11}, "pain"),
        ({"pain": -1}, "pain"),
        ({"pain": "7"}, "pain"),
        ({"pain": 6.5}, "pain"),
        ({"pain": True}, "pain"),
        ({"mobility": 11}, "mobility"),
        ({"walk_minutes": -5}, "walk_minutes"),
        ({"weight_kg": 7}, "weight_kg"),
        ({"weight_loss_planned": True}, "weight_loss_planned"),
        ({"self_harm": "maybe"}, "self_harm"),
        ({"phq2_total": 7}, "phq2_total"),
        ({"phq4_total": 13}, "phq4_total"),
        ({"medicine_helped": "often"}, "medicine_helped"),
        ({"medicines_taken": ["ibuprofen"]}, "medicines_taken[0]"),
        ({"medicines_taken": "opioid"}, "medicines_taken"),
        ({"trigger": "jump"}, "trigger"),
        ({"note": 3}, "note"),
        ({"note": "x" * 4001}, "note"),
        ({"symptoms": "none"}, "symptoms"),
        ({"symptoms": ["chest_pain"]}, "symptoms[0]"),
        ({"symptoms": [{"code": UNKNOWN, "change": "new"}]}, "symptoms[0].code"),
        ({"symptoms": [{"code": "hives", "change": "old"}]}, "symptoms[0].change"),
        ({"symptoms": [{"code": "hives"}]}, "symptoms[0].change"),
        ({"symptoms": [{"code": "hives", "change": "new", "x": 1}]}, "symptoms[0].x"),
        ({"corrects": 1}, "corrects"),
        ({"corrects": 2}, "corrects"),
        ({"entry": 0}, "entry"),
        ({"entry": "1"}, "entry"),
        ({"hours_since_procedure": -1}, "hours_since_procedure"),
        ({"hours_since_procedure": 30}, "hours_since_procedure"),
        ({"temprature": "39"}, "temprature"),
    ],
)
def test_faulty_answer_is_refused_with_its_path(answers, path):
    given = document(case(listed(1), {"day": 3, **answers}))

    assert places(given) == [("case", f"days[1].{path}")]


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"age": "54"}, "age"),
        ({"age": -1}, "age"),
        ({"sex": 1}, "sex"),
        ({"region": "sacral"}, "region"),
        ({"route": ["oral"]}, "route[0]"),
        ({"route": "intradiscal"}, "route"),
        ({"baseline_pain": 12}, "baseline_pain"),
        ({"baseline_weight_kg": 5}, "baseline_weight_kg"),
        ({"facts": ["diabetes", UNKNOWN]}, "facts[1]"),
        ({"facts": {"diabetes": True}}, "facts"),
        ({"known_symptoms": [UNKNOWN]}, "known_symptoms[0]"),
        ({"medicines": ["aspirin"]}, "medicines[0]"),
        ({"known_symptom": []}, "known_symptom"),
    ],
)
def test_faulty_profile_is_refused_with_its_path(fields, path):
    given = document(case(listed(1), profile=fields))

    assert places(given) == [("case", f"profile.{path}")]


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"profile": None}, "profile"),
        ({"profile": []}, "profile"),
        ({"unlisted_days": None}, "unlisted_days"),
        ({"unlisted_days": "empty"}, "unlisted_days"),
        ({"days": None}, "days"),
        ({"days": []}, "days"),
        ({"days": {"1": {}}}, "days"),
        ({"days": [3]}, "days[0]"),
        ({"days": [{"pain": 3}]}, "days[0].day"),
        ({"days": [{"day": "3"}]}, "days[0].day"),
        ({"days": [{"day": 1_000_000}]}, "days[0].day"),
        ({"days": [listed(4, hours_since_procedure=96)]}, HOURS),
        ({"days": [listed(-1, hours_since_procedure=0)]}, HOURS),
        ({"days": [listed(3), listed(3)]}, "days[1].entry"),
        ({"days": [listed(3), listed(4, entry=2, corrects=1)]}, "days[1].corrects"),
        (
            {
                "days": [
                    listed(3),
                    listed(3, entry=2, corrects=1),
                    listed(3, entry=3, corrects=1),
                ]
            },
            "days[2].corrects",
        ),
        ({"pauses": [{"from_day": 3}]}, "pauses[0].to_day"),
        ({"pauses": [{"from_day": 5, "to_day": 4}]}, "pauses[0].to_day"),
        ({"pauses": [{"from_day": 3, "to_day": 4, "why": ""}]}, "pauses[0].why"),
        ({"pauses": [7]}, "pauses[0]"),
    ],
)
def test_faulty_case_is_refused_with_its_path(fields, path):
    given = document(case(listed(1)) | fields)

    assert places(given) == [("case", path)]


@pytest.mark.parametrize("value", [None, "", "  ", 7])
def test_case_without_an_id_is_named_by_its_place(value):
    assert places(document(case(listed(1)), case(listed(1), id=value))) == [
        ("cases[1]", "id")
    ]


def test_two_cases_with_one_id_are_refused():
    assert places(document(case(listed(1)), case(listed(2)))) == [("case", "id")]


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ([], "format"),
        (None, "format"),
        ({}, "format"),
        ({"format": "recovery-cases/2", "cases": []}, "format"),
        ({"format": "recovery-cases/1"}, "cases"),
        ({"format": "recovery-cases/1", "cases": {}}, "cases"),
    ],
)
def test_file_that_is_no_case_file_is_refused(given, path):
    assert places(given) == [("file", path)]


def test_case_that_is_no_object_is_refused():
    assert places(document(case(listed(1)), "case")) == [("cases[1]", "case")]


def test_every_fault_of_the_file_is_named_in_order():
    given = document(
        case({"day": 1, "pain": 99}, {"day": 2, "symptoms": [{}]}, id="a"),
        case(listed(1), id="b"),
        case(listed(1), id="c", profile={"facts": [UNKNOWN], "age": "?"}),
    )

    assert places(given) == [
        ("a", "days[0].pain"),
        ("a", "days[1].symptoms[0].change"),
        ("a", "days[1].symptoms[0].code"),
        ("c", "profile.facts[0]"),
        ("c", "profile.age"),
    ]


def test_what_a_person_adds_to_a_case_is_left_alone():
    given = document(case(listed(1), title="Fever")) | {"written_by": "the clinic"}

    assert read_cases(given) == read_cases(document(case(listed(1))))


def test_null_and_left_out_read_the_same():
    fields = dict.fromkeys(
        ("age", "sex", "region", "route", "baseline_pain", "facts", "medicines")
    )

    assert read_one(listed(1), profile=fields) == read_one(listed(1), profile={})


def test_medicine_that_is_a_fact_counts_as_the_fact():
    profile = {"medicines": ["paracetamol", "opioid"], "facts": ["allergies"]}

    assert read_one(listed(1), profile=profile).profile.facts == {"opioid"}


def test_words_for_nothing_are_understood():
    found = answers_of(pain=3, trigger="none", medicine_helped="none taken")

    assert (found.trigger, found.medicine_helped) == (None, "none_taken")


def test_none_of_these_is_an_answer_and_null_is_not():
    assert answers_of(symptoms=[]).symptoms == {}
    assert answers_of(symptoms=None) is None


def test_every_answer_reaches_the_rules():
    answers = {
        "day": 3,
        "pain": 7,
        "mobility": 2,
        "walk_minutes": 12,
        "temperature": "37,9",
        "temperature_unit": "C",
        "symptoms": [{"code": "hives", "change": "worse"}],
        "weight_kg": 71.5,
        "weight_loss_planned": "no",
        "phq2_total": 3,
        "phq4_total": 6,
        "self_harm": "yes",
        "medicines_taken": ["paracetamol", "opioid"],
        "medicine_helped": "no",
        "trigger": "lift",
        "note": "worse",
    }

    assert read_one(answers).listed()[3] == (
        Entry(
            day=3,
            recorded_at=PROCEDURE + timedelta(days=3),
            pain=7,
            mobility=2,
            walk_minutes=12,
            temperature_c=37.9,
            symptoms={"hives": Change.WORSE},
            weight_kg=71.5,
            weight_loss_planned=False,
            phq2_total=3,
            phq4_total=6,
            self_harm=True,
            medicines_taken=("paracetamol", "opioid"),
            medicine_helped="no",
            trigger="lift",
            note="worse",
        ),
    )


@pytest.mark.parametrize("answer", [{"phq2_total": 0}, {"self_harm": "no"}])
def test_score_alone_is_an_entry(answer):
    assert answers_of(**answer) is not None


def test_entries_are_read_in_any_order():
    read = read_one(listed(9, entry=2), listed(9), listed(-3))

    assert [(e.day, e.number) for e in read.entries] == [(-3, 1), (9, 1), (9, 2)]


def test_pauses_add_up():
    pauses = [{"from_day": 3, "to_day": 4}, {"from_day": 8, "to_day": 8}]

    assert read_one(listed(1), pauses=pauses).paused == {3, 4, 8}
