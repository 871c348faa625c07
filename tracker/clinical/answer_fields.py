"""The fields of an entry that need more than a type and bounds."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from tracker.clinical import temperature
from tracker.clinical.answer_reader import AnswerReader
from tracker.clinical.context import MEDICINES
from tracker.clinical.symptoms import CHANGES, SYMPTOMS, Change

DAYS_BEFORE_PROCEDURE = 7
"""The baseline week; nothing earlier belongs to this course of care."""

DAYS_AHEAD = 1
"""A phone that crossed the date line may be a day ahead of the patient's zone."""

_SYMPTOM_KEYS = frozenset({"code", "change"})
_TEMPERATURE_KEYS = frozenset({"value", "unit"})
_YEARS = range(1970, 2200)


def local_date(
    reader: AnswerReader, *, procedure_date: date, today: date
) -> date | None:
    """The day the entry is about, from a week before the procedure to tomorrow."""
    day = _date(reader)
    if day is None:
        return None
    earliest = procedure_date - timedelta(days=DAYS_BEFORE_PROCEDURE)
    if day < earliest:
        reader.refuse(
            "local_date", "too_early", "The date is at most 7 days before day 0."
        )
    elif day > today + timedelta(days=DAYS_AHEAD):
        reader.refuse("local_date", "in_future", "The date is tomorrow at the latest.")
    else:
        return day
    return None


def _date(reader: AnswerReader) -> date | None:
    value = reader.raw.get("local_date")
    accepted = "The date is written year-month-day, such as 2026-11-21."
    if value is None:
        reader.refuse("local_date", "required", accepted)
    elif isinstance(value, date) and not isinstance(value, datetime):
        return value
    elif not isinstance(value, str):
        reader.refuse("local_date", "wrong_type", accepted)
    else:
        # fromisoformat also takes 20261121 and 2026-W47-6, which nobody means.
        try:
            if len(value) == 10 and value[4] == value[7] == "-":
                return date.fromisoformat(value)
        except ValueError:
            pass
        reader.refuse("local_date", "unreadable", accepted)
    return None


def recorded_at(reader: AnswerReader) -> datetime | None:
    """The moment the patient answered, with its offset from UTC."""
    value = reader.raw.get("recorded_at")
    accepted = "The time of recording is a date and time with its offset from UTC."
    if value is None:
        reader.refuse("recorded_at", "required", accepted)
    elif not isinstance(value, str | datetime):
        reader.refuse("recorded_at", "wrong_type", accepted)
    else:
        moment = _moment(value)
        if moment is None:
            reader.refuse("recorded_at", "unreadable", accepted)
        return moment
    return None


def _moment(value: str | datetime) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return None
    if moment.utcoffset() is None or moment.year not in _YEARS:
        return None
    return moment


def temperature_c(reader: AnswerReader) -> float | None:
    """The temperature in Celsius, out of the text as typed and its unit."""
    value = reader.raw.get("temperature")
    if value is None:
        return None
    if not isinstance(value, Mapping) or value.keys() != _TEMPERATURE_KEYS:
        reader.refuse(
            "temperature", "wrong_type", "A temperature has a value and a unit, C or F."
        )
        return None
    try:
        return temperature.read(value["value"], value["unit"])
    except temperature.TemperatureError as error:
        reader.refuse("temperature", error.code, str(error))
    return None


def symptoms(reader: AnswerReader) -> tuple[tuple[str, Change], ...] | None:
    """The reported symptoms with their change; empty means none of these."""
    items = reader.items("symptoms", len(SYMPTOMS), "The list of symptoms")
    if items is None:
        return None
    found: dict[str, Change] = {}
    for index, item in enumerate(items):
        _read_symptom(reader, f"symptoms[{index}]", item, found)
    return tuple(found.items())


def _read_symptom(
    reader: AnswerReader, path: str, item: object, found: dict[str, Change]
) -> None:
    if not isinstance(item, Mapping):
        reader.refuse(path, "wrong_type", "A symptom has a code and a change.")
        return
    if item.keys() != _SYMPTOM_KEYS:
        for key in item.keys() - _SYMPTOM_KEYS:
            reader.refuse(f"{path}.{key}", "unknown_field", "This field is not known.")
        for key in sorted(_SYMPTOM_KEYS - item.keys()):
            reader.refuse(
                f"{path}.{key}", "required", "A symptom has a code and a change."
            )
        return
    code = reader.code(f"{path}.code", item["code"], SYMPTOMS, "The symptom")
    change = reader.code(f"{path}.change", item["change"], CHANGES, "The change")
    if code is None or change is None:
        return
    if code in found:
        reader.refuse(f"{path}.code", "duplicate", "Each symptom is sent once.")
    found[code] = CHANGES[change]


def medicines_taken(reader: AnswerReader) -> tuple[str, ...] | None:
    """The kinds of pain medicine taken that day."""
    items = reader.items("medicines_taken", len(MEDICINES), "The list of medicines")
    if items is None:
        return None
    taken: dict[str, None] = {}
    for index, item in enumerate(items):
        path = f"medicines_taken[{index}]"
        code = reader.code(path, item, MEDICINES, "The medicine")
        if code in taken:
            reader.refuse(path, "duplicate", "Each medicine is sent once.")
        elif code is not None:
            taken[code] = None
    return tuple(taken)


def corrects(reader: AnswerReader) -> UUID | None:
    """The entry that this one replaces."""
    value = reader.raw.get("corrects")
    accepted = "A corrected entry is named by its UUID."
    if value is None or isinstance(value, UUID):
        return value
    if not isinstance(value, str):
        reader.refuse("corrects", "wrong_type", accepted)
        return None
    try:
        return UUID(value)
    except ValueError:
        reader.refuse("corrects", "unreadable", accepted)
        return None
