"""The offline table agrees with the engine on every symptom and change."""

import json

import pytest

from tests.unit.tracker.clinical.builders import facts, profile
from tracker.clinical.levels import Level
from tracker.clinical.symptoms import SYMPTOMS, Change, acting_alone
from tracker.clinical.triage.engine import evaluate, highest
from tracker.clinical.triage.gate import offline_table
from tracker.clinical.triage.rulesets import CURRENT, RULESETS


@pytest.fixture
def table():
    """Made anew: a table from the cache would not ask the engine."""
    offline_table.cache_clear()
    return offline_table()


def test_every_symptom_that_acts_alone_is_in_the_table(table):
    assert list(table["symptoms"]) == [symptom.code for symptom in acting_alone()]
    assert table["version"] == CURRENT
    assert json.loads(json.dumps(table)) == table


@pytest.mark.parametrize("change", Change)
@pytest.mark.parametrize("known", [(), tuple(SYMPTOMS)], ids=["unknown", "known"])
def test_table_and_engine_agree(table, change, known):
    who = profile(known=known)
    alarming = {
        code
        for code in SYMPTOMS
        if highest(evaluate(facts(symptoms={code: change}, who=who))) is Level.EMERGENCY
    }

    rows = table["symptoms"].items()
    assert alarming == {code for code, row in rows if change.value in row["changes"]}


def test_row_holds_the_advice(table):
    row = table["symptoms"]["saddle_numbness"]

    assert row["changes"] == ["new", "worse"]
    assert (row["rule"], row["level"]) == ("R03", "emergency")
    assert row["title"] == "Get help now for the numb skin"
    assert row["actions"] == ["call_emergency"]


def test_clinic_that_sets_leg_pain_to_urgent_has_no_row_for_it(table):
    moved = offline_table(RULESETS[CURRENT].with_parameters(both_leg_pain_level=3))

    assert set(table["symptoms"]) - set(moved["symptoms"]) == {"leg_pain_both_sides"}
