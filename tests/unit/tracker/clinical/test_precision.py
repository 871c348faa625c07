"""Precision: useful closed alerts of all closed ones, with waits and costs."""

from collections import Counter
from datetime import timedelta

import pytest

from tracker.clinical.alert_lifecycle import RESOLUTION_REASONS
from tracker.clinical.levels import Level
from tracker.clinical.precision import USEFUL, AlertLoad, Handled, by_rule
from tracker.clinical.precision_words import duration, share, wait

HOUR = timedelta(hours=1)


def alert(resolution="", *, rule_id="R07", waited=None, **fields):
    values = {"ruleset": "2026.1", "level": Level.URGENT, "target": 2 * HOUR}
    return Handled(
        rule_id=rule_id, resolution=resolution, waited=waited, **(values | fields)
    )


def test_reasons_that_say_nothing_was_due_are_not_useful():
    assert set(RESOLUTION_REASONS) - USEFUL == {"expected_course", "data_error"}


def test_precision_is_the_useful_share_of_the_closed_ones():
    closed = ["advice_given", "visit_booked", "expected_course", "data_error"]

    (rule,) = by_rule(alert(r) for r in [*closed, "adverse_event", "", ""])

    assert (rule.opened, rule.resolved, rule.useful) == (7, 5, 3)
    assert rule.precision == 0.6
    assert share(rule) == "60 % (3 of 5)"


def test_under_five_closed_ones_there_is_no_percentage():
    (rule,) = by_rule(alert(r) for r in ["advice_given"] * 3 + ["expected_course"])

    assert rule.precision is None
    assert share(rule) == "3 of 4 closed"


def test_nothing_closed_and_nobody_there_is_said_in_words():
    (rule,) = by_rule([alert()])

    assert (share(rule), wait(rule)) == ("none closed yet", "nobody has owned one yet")


def test_wait_is_a_median_with_how_many_were_in_time():
    waits = [HOUR / 2, HOUR, 3 * HOUR, None]

    (rule,) = by_rule(alert(waited=waited) for waited in waits)

    assert rule.median_wait == HOUR
    assert wait(rule) == "1 h 00 of 2 h 00; 2 of 3 in time"


def test_wait_of_an_even_number_lies_between_the_two_in_the_middle():
    (rule,) = by_rule(alert(waited=waited) for waited in (HOUR, 2 * HOUR))

    assert rule.median_wait == 1.5 * HOUR


def test_targets_that_differ_are_not_shown_as_one():
    (rule,) = by_rule(
        alert(waited=HOUR, target=target) for target in (HOUR / 2, 4 * HOUR)
    )

    assert wait(rule) == "1 h 00; 1 of 2 in time"


def test_versions_are_kept_apart_and_the_busiest_comes_first():
    alerts = [alert(rule_id="T2"), alert(), alert(), alert(ruleset="2027.1")]

    assert [(r.rule_id, r.ruleset, r.opened) for r in by_rule(alerts)] == [
        ("R07", "2026.1", 2),
        ("R07", "2027.1", 1),
        ("T2", "2026.1", 1),
    ]


def test_load_names_its_rules_by_what_they_cost():
    load = AlertLoad(28, 200, 15, Counter({"R12": 4, "T2": 11, "R07": 4}))

    assert load.load == 7.5
    assert load.costs == [("T2", 11, 5.5), ("R07", 4, 2.0), ("R12", 4, 2.0)]


def test_load_without_check_ins_is_nothing():
    assert AlertLoad(28).load == 0.0


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(seconds=59), "0 min"),
        (timedelta(minutes=59), "59 min"),
        (timedelta(hours=47, minutes=5), "47 h 05"),
        (timedelta(hours=48), "2 days"),
    ],
)
def test_length_is_written_short(length, words):
    assert duration(length) == words
