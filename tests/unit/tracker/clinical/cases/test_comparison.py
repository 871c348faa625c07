"""What another rule set would have said of what was judged before."""

from dataclasses import replace
from datetime import date, timedelta

from tests.unit.tracker.clinical.builders import entry, facts, profile
from tracker.clinical.cases.comparison import (
    MOST_EXAMPLES,
    Comparison,
    Judged,
    compare,
)
from tracker.clinical.levels import Level
from tracker.clinical.triage.engine import evaluate, evaluate_day
from tracker.clinical.triage.findings import Reason, found
from tracker.clinical.triage.rulesets import CURRENT, RULESETS
from tracker.clinical.triage.silence import facts_without_entry

RULES = RULESETS[CURRENT]
LATER_FEVER = RULES.with_parameters(fever_c=38.3)
EARLY_SILENCE = RULES.with_parameters(silence_days_initial=2)
DAY = date(2026, 11, 21)


def judged(number=0, *, celsius=38.1, **fields):
    """An entry with a temperature, as the rule set of today judges it."""
    given = facts(9, temperature_c=celsius)
    return Judged(
        id=f"evaluation-{number}",
        local_date=DAY + timedelta(days=number),
        day=9,
        facts=given.as_json(),
        findings=evaluate(given),
        ruleset=RULES,
        check_in_id=f"check-in-{number}",
        **fields,
    )


def silent(days=2):
    """A day without an entry after a worry."""
    known = [entry(1, temperature_c=37.6)]
    given = facts_without_entry(day=1 + days, earlier=known, profile=profile())
    return Judged(
        "silent", DAY, 1 + days, given.as_json(), evaluate_day(given), RULES,
        is_silent_day=True,
    )  # fmt: skip


def test_same_rules_change_nothing_and_replay():
    found_again = compare([judged(), judged(1, celsius=36.6)], RULES)

    assert (found_again.changed, found_again.not_replayed) == (0, 0)
    assert (found_again.entries.evaluations, found_again.days.evaluations) == (2, 0)
    assert (found_again.entries.alerts_old, found_again.entries.alerts_new) == (1, 1)
    assert found_again.rules["R11"].old == found_again.rules["R11"].new == 1
    assert found_again.rules["R11"].examples == []
    assert found_again.judged_by == {(CURRENT, ""): 2}


def test_moved_threshold_moves_the_level():
    moved = compare([judged(n, approval_id="a") for n in range(7)], LATER_FEVER)

    fever, warm = moved.rules["R11"], moved.rules["R12"]
    assert moved.changed == moved.entries.changed == 7
    assert moved.entries.moves == {(Level.URGENT, Level.WATCH): 7}
    assert (moved.entries.alerts_old, moved.entries.alerts_new) == (7, 0)
    assert (fever.old, fever.new, fever.changed) == (7, 0, 7)
    assert (warm.old, warm.new, warm.changed) == (0, 7, 7)
    assert len(fever.examples) == MOST_EXAMPLES
    assert (fever.examples[0].old, fever.examples[0].new) == (Level.URGENT, Level.NONE)
    assert moved.judged_by == {(CURRENT, "a"): 7}
    assert moved.not_replayed == 0


def test_rates_count_both_ends_of_the_time():
    moved = compare([judged(13), judged(0), judged(5)], LATER_FEVER)

    assert (moved.first, moved.last) == (DAY, DAY + timedelta(days=13))
    assert moved.weeks == 2.0
    assert moved.per_week(3) == 1.5
    assert moved.entries.per_100(2) == 66.67


def test_nothing_judged_has_no_rates():
    empty = Comparison(RULES)

    assert (empty.weeks, empty.per_week(3), empty.entries.per_100(3)) == (0, 0, 0)


def test_evaluation_without_facts_cannot_be_judged_again():
    left_out = compare([replace(judged(), facts={})], RULES)

    assert (left_out.without_facts, left_out.entries.evaluations) == (1, 0)


def test_silent_day_is_judged_by_the_rules_of_a_day():
    moved = compare([silent(days=2)], EARLY_SILENCE)

    assert (moved.days.evaluations, moved.entries.evaluations) == (1, 0)
    assert moved.days.moves == {(Level.NONE, Level.SOON): 1}
    assert moved.rules["R31"].new == 1


def test_what_is_not_found_again_is_counted():
    stored = replace(judged(), findings=())

    again = compare([stored], RULES)

    assert (again.changed, again.not_replayed) == (1, 1)


def test_two_findings_of_a_rule_count_at_the_higher_level():
    reason = (Reason("Fever", "38", "limit"),)
    low, high = found("R12", Level.WATCH, reason), found("R12", Level.SOON, reason)

    again = compare([replace(judged(), findings=(low, high))], RULES)

    assert again.rules["R12"].examples[0].old is Level.SOON


def test_entry_nobody_could_read_stays_so_under_every_rule_set():
    unread = found("R00", Level.URGENT, (Reason("This report", "could not", "x"),))
    broken = found("R00", Level.URGENT, (Reason("Rule R01", "could not", "x"),))

    stored = replace(judged(), findings=(unread, broken))

    assert [f.rule_id for f in stored.under(RULES)] == ["R00", "R11"]
    assert stored.under(RULES)[0] == unread
