"""Reads a case file: all of it is taken, or none of it with every fault named."""

from collections.abc import Mapping
from typing import cast

from tracker.clinical.cases.case import Case, CaseEntry
from tracker.clinical.cases.entry_reader import FIRST_DAY, LAST_DAY, read_entries
from tracker.clinical.cases.fields import CaseError, CaseReader, InvalidCases
from tracker.clinical.cases.profile_reader import read_profile
from tracker.clinical.profile import Profile

FORMAT = "recovery-cases/1"
UNLISTED_DAYS = ("carried", "missed")
LONGEST_ID = 200
WHOLE_FILE = "file"
"""Stands in place of a case id where the fault is outside of every case."""


def read_cases(document: object) -> tuple[Case, ...]:
    """The cases of a parsed case file, in its order.

    Raises InvalidCases with every fault. Fields that a person adds beside the known
    ones of the file or of a case, such as a title, are left alone; in a profile, an
    entry, a symptom or a pause they are faults.
    """
    if not isinstance(document, Mapping):
        raise InvalidCases((_fault("format", "The file holds one JSON object."),))
    if document.get("format") != FORMAT:
        raise InvalidCases((_fault("format", f"The format is {FORMAT!r}."),))
    items = document.get("cases")
    if not isinstance(items, list | tuple):
        raise InvalidCases((_fault("cases", "This is a list of cases."),))
    errors: list[CaseError] = []
    cases: dict[str, Case] = {}
    for index, item in enumerate(items):
        case = _case(f"cases[{index}]", item, errors, taken=cases)
        if case is not None:
            cases[case.id] = case
    if errors:
        raise InvalidCases(tuple(errors))
    return tuple(cases.values())


def _fault(path: str, reason: str) -> CaseError:
    return CaseError(WHOLE_FILE, path, reason)


def _case(
    place: str, item: object, errors: list[CaseError], *, taken: Mapping[str, Case]
) -> Case | None:
    if not isinstance(item, Mapping):
        errors.append(CaseError(place, "case", "A case is a set of named fields."))
        return None
    reader = CaseReader(cast("Mapping[str, object]", item))
    case_id = _id(reader, taken)
    reader.required("unlisted_days")
    carries = reader.choice("unlisted_days", UNLISTED_DAYS, "carried or missed")
    profile = _profile(reader)
    entries = _entries(reader)
    paused = _paused(reader)
    named = case_id or place
    errors += [CaseError(named, e.field, e.message) for e in reader.errors]
    if reader.errors:
        return None
    return Case(case_id, profile, carries == "carried", entries, paused)


def _id(reader: CaseReader, taken: Mapping[str, Case]) -> str:
    case_id = reader.text("id", LONGEST_ID, "The id").strip()
    if not (case_id or reader.errors):
        reader.refuse("id", "required", "Each case has an id of its own.")
    elif case_id in taken:
        reader.refuse("id", "duplicate", "Each case has an id of its own.")
    return case_id


def _profile(reader: CaseReader) -> Profile:
    raw = reader.raw.get("profile")
    if not reader.required("profile"):
        return Profile()
    if not isinstance(raw, Mapping):
        reader.refuse("profile", "wrong_type", "A profile is a set of named fields.")
        return Profile()
    part = CaseReader(cast("Mapping[str, object]", raw), "profile")
    profile = read_profile(part)
    reader.errors += part.errors
    return profile


def _entries(reader: CaseReader) -> tuple[CaseEntry, ...]:
    if not reader.required("days"):
        return ()
    faults = len(reader.errors)
    entries = read_entries(reader, "days")
    if not entries and len(reader.errors) == faults:
        reader.refuse("days", "required", "A case lists at least one day.")
    return entries


def _paused(reader: CaseReader) -> frozenset[int]:
    days: set[int] = set()
    for part in reader.parts("pauses"):
        part.refuse_others({"from_day", "to_day"})
        first, last = _end(part, "from_day"), _end(part, "to_day")
        if first is not None and last is not None:
            days.update(range(first, last + 1))
            if last < first:
                part.refuse("to_day", "out_of_range", "A pause ends after it began.")
        reader.errors += part.errors
    return frozenset(days)


def _end(part: CaseReader, field: str) -> int | None:
    part.required(field)
    return part.whole(field, FIRST_DAY, LAST_DAY, "The day")
