"""Posted text in the shape of the API, and faults back on the page."""

from datetime import date

import pytest
from django.http import QueryDict

from tracker.clinical.symptoms import SYMPTOMS, gate_symptoms
from tracker.pages.forms.check_in import CheckInForm

TODAY = date(2026, 11, 21)


def form(query: str = "", day: int = 9, **options: bool) -> CheckInForm:
    return CheckInForm(day=day, today=TODAY, data=QueryDict(query), **options)


@pytest.mark.parametrize(
    ("query", "field", "value"),
    [
        ("pain=6", "pain", 6),
        ("pain=", "pain", None),
        ("pain=six", "pain", "six"),
        ("pain=-1", "pain", "-1"),
        ("sleep_hours=6,5", "sleep_hours", 6.5),
        ("sleep_hours=6.5", "sleep_hours", 6.5),
        ("sleep_hours=long", "sleep_hours", "long"),
        ("walk_minutes=020", "walk_minutes", 20),
        ("temperature=37,4&temperature_unit=F", "temperature",
         {"value": "37,4", "unit": "F"}),
        ("temperature= ", "temperature", None),
        ("no_symptoms=yes", "symptoms", []),
        ("pain=3", "symptoms", None),
        ("symptom=hives&change_hives=new", "symptoms",
         [{"code": "hives", "change": "new"}]),
        ("symptom=nonsense", "symptoms", None),
        ("trigger=", "trigger", None),
    ],
)  # fmt: skip
def test_text_takes_the_shape_of_the_api(query: str, field: str, value: object) -> None:
    assert form(query).raw()[field] == value


def test_every_form_has_a_uuid_of_its_own() -> None:
    assert form().check_in_id != form().check_in_id


@pytest.mark.parametrize("text", ["", "nonsense"])
def test_unreadable_uuid_is_replaced(text: str) -> None:
    assert form(f"check_in_id={text}").check_in_id.version == 4


def test_fault_of_a_symptom_stands_beside_it() -> None:
    sent = form("symptom=chills&symptom=feverish&symptom=hives&change_feverish=new")

    sent.refuse([{"field": "symptoms[1].change", "code": "x", "message": "m"}])

    assert [error["field"] for error in sent.errors] == ["symptom_hives"]


def test_gate_shows_its_symptoms_once_and_what_they_ask() -> None:
    sent = form()

    shown = [field.symptom.code for _, fields in sent.groups for field in fields]
    also = {field.symptom.code for field in sent.also}

    assert sorted(shown) == sorted(symptom.code for symptom in gate_symptoms())
    assert also.isdisjoint(shown)
    assert "foot_drop" in also


def test_whole_catalogue_shows_everything_once() -> None:
    sent = form(whole_catalogue=True)

    shown = [field.symptom.code for _, fields in sent.groups for field in fields]

    assert sorted(shown) == sorted(SYMPTOMS)
    assert sent.also == []


@pytest.mark.parametrize(
    ("day", "asks"), [(-1, False), (0, True), (14, True), (15, False)]
)
def test_temperature_is_asked_on_days_0_to_14(day: int, asks: bool) -> None:
    assert form(day=day).asks_temperature is asks
