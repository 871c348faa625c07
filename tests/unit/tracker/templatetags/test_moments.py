from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from tracker.templatetags import moments

BERLIN = ZoneInfo("Europe/Berlin")
# A Saturday, half past midnight in Berlin.
NOW = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_berlin(at: Callable[[datetime], None]):
    at(NOW)
    with timezone.override(BERLIN):
        yield


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(minutes=1), "Saturday, 00:29"),
        (timedelta(hours=1), "Friday, 23:30"),
        (timedelta(days=6), "Sunday, 00:30"),
        (timedelta(days=6, hours=1), "14 November, 23:30"),
        (timedelta(days=400), "17 October 2025, 01:30"),
    ],
)
def test_a_weekday_alone_is_of_the_last_days(before: timedelta, words: str) -> None:
    assert moments.when(NOW - before) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [("es", "14\u00a0de\u00a0noviembre, 23:30"), ("de", "14.\u00a0November, 23:30")],
)
def test_a_date_is_written_as_the_language_writes_it(language: str, words: str) -> None:
    with translation.override(language):
        assert moments.when(NOW - timedelta(days=6, hours=1)) == words


def test_what_was_seen_and_received_on_another_day_says_which() -> None:
    before = NOW - timedelta(hours=1)

    assert moments.seen("Ada Reyes", NOW) == "Seen by Ada Reyes at 00:30"
    assert moments.seen("Ada Reyes", before) == "Seen by Ada Reyes, Friday, 23:30"
    assert moments.received(NOW) == "The clinic received this at 00:30."
    assert moments.received(before) == "The clinic received this on Friday, 23:30."
