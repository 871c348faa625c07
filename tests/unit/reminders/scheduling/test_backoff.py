from datetime import timedelta

import pytest

from reminders.scheduling.backoff import delay


@pytest.mark.parametrize(
    ("attempt", "seconds"),
    [(1, 20), (2, 40), (3, 80), (4, 160), (5, 320), (6, 640), (7, 1280)],
)
def test_wait_doubles(attempt, seconds):
    assert delay(attempt, jitter=0.0) == timedelta(seconds=seconds)


def test_jitter_adds_up_to_half():
    assert delay(1, jitter=0.5) == timedelta(seconds=25)


def test_eighth_failure_is_the_last():
    assert delay(8, jitter=0.0) is None


def test_retry_after_is_honoured_where_longer():
    assert delay(1, jitter=0.0, retry_after=timedelta(minutes=5)) == timedelta(
        minutes=5
    )
    assert delay(3, jitter=0.0, retry_after=timedelta(seconds=5)) == timedelta(
        seconds=80
    )


def test_retry_after_cannot_park_a_message():
    assert delay(1, jitter=0.0, retry_after=timedelta(days=9)) == timedelta(hours=6)
