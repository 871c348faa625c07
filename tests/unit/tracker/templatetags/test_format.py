from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from tracker.clinical.levels import Level
from tracker.templatetags import durations, levels, sparkline
from tracker.templatetags.tracker_format import dated, signed, tel

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 min"),
        (41, "41 min"),
        (125, "2 h 05"),
        (47 * 60, "47 h 00"),
        (72 * 60, "3 days"),
        (-5, "0 min"),
    ],
)
def test_waiting_is_short(minutes: int, words: str) -> None:
    assert durations.waiting(NOW - timedelta(minutes=minutes), NOW) == words


def test_every_level_has_its_own_shape_and_word() -> None:
    marks = [levels.mark(level) for level in Level] + [levels.mark("silent")]

    assert len({mark.svg for mark in marks}) == len(marks)
    assert len({mark.word for mark in marks}) == len(marks)


@pytest.mark.parametrize(
    ("value", "words"), [(4.0, "+4"), (-1.5, "−1.5"), (0, "0"), (None, "")]
)
def test_change_carries_its_sign(value: float | None, words: str) -> None:
    assert signed(value) == words


def test_telephone_link_has_digits_only() -> None:
    assert tel("+1 (212) 555-0100") == "+12125550100"


def test_sparkline_tells_its_days() -> None:
    drawn = sparkline.draw([(1, 3.0), (20, 4.5), (21, 6)])

    assert 'aria-label="Pain, day 20: 4.5, day 21: 6"' in drawn


def test_no_entry_draws_nothing() -> None:
    assert sparkline.draw([]) == ""


SetClock = Callable[[datetime], None]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 1), "1 January"),
        (date(2026, 12, 31), "31 December"),
        (date(2025, 12, 31), "31 December 2025"),
        (date(2027, 1, 1), "1 January 2027"),
        (NOW - timedelta(days=365), "21 November 2025"),
        (None, ""),
    ],
)
def test_a_day_of_another_year_carries_its_year(
    at: SetClock, day: date | None, words: str
) -> None:
    at(NOW)

    assert dated(day) == words


def test_a_short_day_carries_its_year_too(at: SetClock) -> None:
    at(NOW)

    assert dated(date(2027, 2, 3), "j M") == "3 Feb 2027"


def test_the_current_year_is_that_of_the_readers_zone(at: SetClock) -> None:
    at(datetime(2026, 12, 31, 23, tzinfo=UTC))

    with timezone.override(ZoneInfo("Europe/Berlin")):
        assert dated(date(2026, 12, 31)) == "31 December 2026"
