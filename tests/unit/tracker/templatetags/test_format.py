from datetime import UTC, datetime, timedelta

import pytest

from tracker.clinical.levels import Level
from tracker.templatetags import durations, levels, sparkline
from tracker.templatetags.tracker_format import signed, tel

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
