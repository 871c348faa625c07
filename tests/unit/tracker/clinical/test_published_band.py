"""The band that is shown and never judged."""

from pathlib import Path

import pytest

import tracker.clinical.triage
from tracker.clinical.published_band import around


def test_edges_are_shares_of_the_pain_before():
    assert around(8) == (
        (14, pytest.approx(5.6), 10.0),
        (42, pytest.approx(3.6), pytest.approx(8.4)),
        (91, pytest.approx(2.8), 8.0),
        (182, pytest.approx(2.4), pytest.approx(7.6)),
        (365, 2.0, pytest.approx(7.2)),
    )


def test_nobody_without_pain_has_a_band():
    assert around(0) == ()


def test_no_rule_reads_it():
    rules = Path(tracker.clinical.triage.__file__).parent
    readers = [
        path for path in rules.rglob("*.py") if "published_band" in path.read_text()
    ]

    assert readers == []
