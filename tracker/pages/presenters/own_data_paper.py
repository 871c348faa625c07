"""All data of one person on paper: lists with headings, in plain words.

A row is one line of text: boxes of a table would take ten times as long to set.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tracker.clinical.wording.say import say
from tracker.pages.presenters.looks import ROLES, WHAT
from tracker.pages.presenters.own_data import Lists
from tracker.pages.presenters.own_data_words import DATE, FIELDS, MOMENT, TITLES
from tracker.queries import speech

MOST_ROWS = 150
"""The newest of each list, so that a long course is set within a second."""

# Of use to a program only.
NOT_ON_PAPER = frozenset({"id", "course", "episode", "client_version", "recorded_at"})


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its rows, oldest first; `left_out` older ones are in the files."""

    title: str
    rows: list[str]
    left_out: int


def sections(lists: Lists, zone: str) -> list[Section]:
    """Every list that holds something, in the order of the files."""
    local = ZoneInfo(zone)
    return [
        Section(
            str(TITLES[name]),
            [" · ".join(_facts(row, local)) for row in rows[-MOST_ROWS:]],
            max(len(rows) - MOST_ROWS, 0),
        )
        for name, rows in lists.items()
        if rows
    ]


def _facts(row: Mapping[str, Any], zone: ZoneInfo) -> Iterator[str]:
    for name, value in row.items():
        if name not in NOT_ON_PAPER and value not in (None, "", [], {}, ()):
            yield f"{label(name)}: {words(name, value, zone)}"


def label(name: str) -> str:
    return str(FIELDS.get(name, name.replace("_", " ")))


def words(name: str, value: Any, zone: ZoneInfo) -> str:
    """One value as somebody reads it; codes of symptoms and medicines as words."""
    match value:
        case bool():
            return _("Yes") if value else _("No")
        case datetime():
            return date_format(value.astimezone(zone), str(MOMENT))
        case date():
            return date_format(value, str(DATE))
        case Mapping():
            return "; ".join(_facts(value, zone))
        case str():
            return str(ROLES.get(value) or WHAT.get(value) or value)
        case Sequence():
            return ", ".join(_item(name, one, zone) for one in value)
    return str(value)


def _item(name: str, value: Any, zone: ZoneInfo) -> str:
    language = speech.current()
    if name == "symptoms" and isinstance(value, Mapping):
        change = say(f"change.{value['change']}", language).lower()
        return f"{say('symptom.' + value['code'], language)} ({change})"
    if name == "medicines_taken":
        return say(f"medicine.{value}", language)
    return words(name, value, zone)
