"""Every questionnaire and scoring has its line in docs/clinical/instruments.md."""

from pathlib import Path

import pytest

from tracker.clinical.proms.counting import (
    ODI_LEAST_ANSWERED,
    PEG_BANDS,
    PHQ2_BANDS,
    PHQ4_BANDS,
)
from tracker.clinical.proms.definitions import OWN_INSTRUMENTS
from tracker.clinical.proms.fhir_items import KINDS
from tracker.clinical.proms.schedule import occasions
from tracker.clinical.proms.score import FEEDS
from tracker.clinical.proms.scoring import CHANGES, SCORINGS

PAGE = (Path(__file__).parents[5] / "docs" / "clinical" / "instruments.md").read_text()


def tables():
    """The rows of each table, by the heading of its second column and by first cell."""
    found, rows = {}, None
    for line in PAGE.splitlines():
        if not line.startswith("|"):
            rows = None
            continue
        first, *cells = (cell.strip() for cell in line.strip("|").split("|"))
        if rows is None:
            rows = found.setdefault(cells[0], {})
        else:
            rows[first.strip("`")] = cells
    return found


OWN = tables()["What the patient sees"]
COUNTED = tables()["Needs"]
BANDS = tables()["Band"]


def days(schedule):
    """The days of a schedule as the page writes them."""
    named = set(schedule.days)
    words = [
        f"{one.day} ({one.first_day} to {one.last_day})"
        for one in occasions(schedule)
        if one.day in named
    ]
    if schedule.every:
        first, last = schedule.every_from, schedule.every_until
        words.insert(1, f"every {schedule.every} from {first} to {last}")
    return ", ".join(words)


def limits(item):
    values = [option.value for option in item.options]
    low, high = (values[0], values[-1]) if values else (item.lowest, item.highest)
    return f"{low} to {high}"


@pytest.mark.parametrize("code", OWN_INSTRUMENTS)
def test_own_instrument_has_its_row(code):
    own = OWN_INSTRUMENTS[code]
    counted = SCORINGS[own.scoring].counted(own.items)
    title, questions, answers, scoring, asked, feeds = OWN[code]

    assert (title, questions, scoring) == (
        own.title,
        str(len(counted)),
        f"`{own.scoring}`",
    )
    assert {limits(item) for item in counted} == {answers}
    assert asked == days(own.schedule)
    assert feeds == COUNTED[own.scoring][3]


@pytest.mark.parametrize("code", SCORINGS)
def test_scoring_has_its_row(code):
    needs, _total, _missing, feeds, _source = COUNTED[code]
    shape = SCORINGS[code].shape

    assert shape is None or needs.startswith(str(shape.count))
    assert {word.strip("` ") for word in feeds.split(",")} - {""} <= set(FEEDS)


def test_page_has_no_row_too_many():
    assert OWN.keys() - {"---"} == OWN_INSTRUMENTS.keys()
    assert COUNTED.keys() - {"---"} == SCORINGS.keys()


@pytest.mark.parametrize(
    ("scoring", "bands"),
    [("PEG", PEG_BANDS), ("PHQ-2", PHQ2_BANDS), ("PHQ-4", PHQ4_BANDS)],
)
def test_bands_are_those_of_the_code(scoring, bands):
    *lower, (_, highest) = bands
    words = [f"below {limit} {word}" for limit, word in lower]

    assert BANDS[scoring] == ["; ".join([*words, highest])]


@pytest.mark.parametrize("scoring", CHANGES)
def test_important_change_has_its_row(scoring):
    change = CHANGES[scoring]
    parts = [f"{change.points:g} points"] if change.points else []
    parts += [f"{change.share:.0%}".replace("%", " %")] if change.share else []

    assert tables()["Change"][scoring] == [" or ".join(parts), change.source]


@pytest.mark.parametrize("kind", KINDS)
def test_type_of_fhir_has_its_line(kind):
    assert any(f"`{kind}`" in f"`{row}`" for row in tables()["Becomes"])


def test_least_sections_of_oswestry_are_named():
    assert f"fewer than {ODI_LEAST_ANSWERED} answered" in COUNTED["ODI"][2]
