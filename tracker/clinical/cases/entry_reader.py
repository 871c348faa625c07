"""Reads the entries of a case, through the reader that live entries pass."""

from dataclasses import replace
from typing import Any

from tracker.clinical.answer_reader import InvalidAnswers
from tracker.clinical.answers import Answers, read_answers
from tracker.clinical.cases.case import CaseEntry, written_at
from tracker.clinical.cases.fields import CaseReader
from tracker.clinical.trends import Entry

FIRST_DAY = -366
LAST_DAY = 3660
"""A slip of the finger must not replay a million days."""

LAST_DAY_WITH_HOURS = 3
HOURS_OF_A_DAY = 24
MOST_ENTRIES = 100

AS_LIVE = (
    "pain",
    "mobility",
    "walk_minutes",
    "weight_kg",
    "symptoms",
    "medicines_taken",
    "note",
)
"""Answers that a case file writes as the app sends them."""

NOTHING = {"trigger": ("none", None), "medicine_helped": ("none taken", "none_taken")}
"""Answers with a second word for "nothing", from the catalogue of the format."""

FIELDS = frozenset(
    {
        *AS_LIVE,
        *NOTHING,
        "day",
        "entry",
        "corrects",
        "hours_since_procedure",
        "temperature",
        "temperature_unit",
        "weight_loss_planned",
        "phq2_total",
        "phq4_total",
        "self_harm",
    }
)


def read_entries(case: CaseReader, field: str) -> tuple[CaseEntry, ...]:
    """The entries of a case, in order of day and number; faults go to `case`."""
    readers = list(case.parts(field))
    found: dict[tuple[int, int], tuple[CaseReader, CaseEntry]] = {}
    for reader in readers:
        entry = _entry(reader)
        if entry is None:
            continue
        key = (entry.day, entry.number)
        if key in found:
            reader.refuse("entry", "duplicate", "Each entry of a day has its number.")
        found[key] = (reader, entry)
    ordered = [found[key] for key in sorted(found)]
    _check_corrections(ordered)
    for reader in readers:
        case.errors += reader.errors
    return tuple(entry for _, entry in ordered)


def _entry(reader: CaseReader) -> CaseEntry | None:
    reader.refuse_others(FIELDS)
    reader.required("day")
    day = reader.whole("day", FIRST_DAY, LAST_DAY, "The day")
    number = reader.whole("entry", 1, MOST_ENTRIES, "The number of an entry")
    corrects = reader.whole("corrects", 1, MOST_ENTRIES, "The entry to replace")
    answers = _answers(reader, day or 0)
    if day is None:
        return None
    return CaseEntry(
        day=day,
        number=1 if number is None else number,
        answers=answers,
        hours=_hours(reader, day),
        corrects=corrects,
    )


def _hours(reader: CaseReader, day: int) -> float | None:
    """The hour, where it can lie on that day whenever the procedure was."""
    field = "hours_since_procedure"
    most = HOURS_OF_A_DAY * (LAST_DAY_WITH_HOURS + 1)
    hours = reader.number(field, 0, most, "The hours since the procedure")
    if hours is None:
        return None
    if not 0 <= day <= LAST_DAY_WITH_HOURS:
        reader.refuse(field, "out_of_range", "Hours are given on days 0 to 3.")
    elif abs(hours - HOURS_OF_A_DAY * day) > HOURS_OF_A_DAY:
        reader.refuse(field, "out_of_range", f"This hour does not lie on day {day}.")
    return hours


def _answers(reader: CaseReader, day: int) -> Entry | None:
    moment = written_at(day)
    today = moment.date()
    raw = _as_live(reader) | {"local_date": today, "recorded_at": moment}
    scores = _scores(reader)
    try:
        # The case's own day stands in for the procedure: how early a history may
        # begin is the file's matter.
        answers = read_answers(raw, procedure_date=today, today=today)
    except InvalidAnswers as invalid:
        faults = [error for error in invalid.errors if error.code != "empty_entry"]
        reader.take(faults)
        if faults or not any(value is not None for value in scores.values()):
            return None
        answers = Answers(local_date=today, recorded_at=moment)
    return replace(Entry.of(answers, day=day), **scores)


def _as_live(reader: CaseReader) -> dict[str, object]:
    """The answers in the form in which the app sends them."""
    raw = {name: reader.raw.get(name) for name in AS_LIVE}
    for name, (word, code) in NOTHING.items():
        value = reader.raw.get(name)
        raw[name] = code if value == word else value
    raw["temperature"] = _temperature(reader)
    raw["weight_loss_planned"] = reader.yes_or_no("weight_loss_planned", "Planned")
    return raw


def _temperature(reader: CaseReader) -> object:
    unit = reader.choice("temperature_unit", ("C", "F"), "The unit, C or F,")
    value = reader.raw.get("temperature")
    if value is None:
        return None
    if unit is None:
        if reader.raw.get("temperature_unit") is None:
            reader.required("temperature_unit")
        return None
    return {"value": value, "unit": unit}


def _scores(reader: CaseReader) -> dict[str, Any]:
    """What the app asks in a questionnaire rather than in the daily entry."""
    return {
        "phq2_total": reader.whole("phq2_total", 0, 6, "The PHQ-2 total"),
        "phq4_total": reader.whole("phq4_total", 0, 12, "The PHQ-4 total"),
        "self_harm": reader.yes_or_no("self_harm", "The answer on self-harm"),
    }


def _check_corrections(ordered: list[tuple[CaseReader, CaseEntry]]) -> None:
    """A correction names an earlier entry of its day that still counts."""
    counting: set[tuple[int, int | None]] = set()
    for reader, entry in ordered:
        replaced = (entry.day, entry.corrects)
        if replaced in counting:
            counting.remove(replaced)
        elif entry.corrects is not None:
            reader.refuse(
                "corrects",
                "unknown_entry",
                "This is the number of an earlier entry of the day that still counts.",
            )
        counting.add((entry.day, entry.number))
