"""The invented courses of `make bench-alert-load`, a few of them, count by count.

A rule that changes changes these counts: run the whole measurement then, and put its
figures into docs/clinical/alert_load.md.
"""

import pytest

from bench.alert_load import run, share, simulate
from bench.courses.complications import KINDS
from tests.unit.tracker.clinical.builders import entry, profile
from tracker.clinical.levels import Level
from tracker.clinical.triage.engine import evaluate
from tracker.clinical.triage.gathering import gather


@pytest.fixture(scope="module")
def result():
    return simulate(40, 2026)


def test_uncomplicated_patients_raise_few_alarms(result):
    load = result.load

    assert (load.patients, load.check_ins, load.alarmed) == (34, 1377, 38)
    assert load.check_ins_by_rule["R08"] + load.check_ins_by_rule["R04"] == 4


def test_no_rule_fails_in_any_course(result):
    assert "R00" not in result.load.check_ins_by_rule
    assert "R00" not in result.worse.check_ins_by_rule


def test_complications_reach_their_level_in_time(result):
    missed = {kind for kind, reached in result.sampled.items() if reached.missed}

    assert result.sampled.keys() == KINDS.keys()
    assert missed == {"worse for weeks"}
    assert share(result, Level.EMERGENCY) == share(result, Level.URGENT) == 100


def test_same_seed_gives_the_same_courses():
    jobs = [("7:at published rates:1", None), ("7:other:1", "nerve injury")]
    others = [("8:at published rates:1", None), ("8:other:1", "nerve injury")]

    assert run(jobs) == run(jobs)
    assert run(jobs) != run(others)


def test_stable_known_symptoms_never_alarm():
    known = ("leg_pain_both_sides", "weakness_one_leg", "urine_leak", "numbness_arm")
    who = profile(known=known, baseline_pain=8.0)
    earlier = []
    for day in range(41):
        now = entry(day, pain=8, mobility=3, symptoms=dict.fromkeys(known, "same"))
        assert evaluate(gather(entry=now, earlier=earlier, profile=who)) == ()
        earlier.append(now)
