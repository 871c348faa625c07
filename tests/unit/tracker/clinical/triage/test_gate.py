"""The offline table agrees with the engine on every symptom and change."""

import json

import pytest

from tests.unit.tracker.clinical.builders import facts, profile
from tracker.clinical.levels import Level
from tracker.clinical.symptoms import SYMPTOMS, Change, acting_alone
from tracker.clinical.triage.engine import evaluate, highest
from tracker.clinical.triage.gate import offline_table
from tracker.clinical.triage.rulesets import CURRENT, RULESETS

TABLE = offline_table()


def test_every_symptom_that_acts_alone_is_in_the_table():
    assert list(TABLE["symptoms"]) == [symptom.code for symptom in acting_alone()]
    assert TABLE["version"] == CURRENT
    assert json.loads(json.dumps(TABLE)) == TABLE


@pytest.mark.parametrize("code", SYMPTOMS)
@pytest.mark.parametrize("change", Change)
@pytest.mark.parametrize("known", [(), tuple(SYMPTOMS)])
def test_table_and_engine_agree(code, change, known):
    alarms = change.value in TABLE["symptoms"].get(code, {"changes": ()})["changes"]

    level = highest(evaluate(facts(symptoms={code: change}, who=profile(known=known))))

    assert (level is Level.EMERGENCY) is alarms


def test_row_holds_the_advice():
    row = TABLE["symptoms"]["saddle_numbness"]

    assert row["changes"] == ["new", "worse"]
    assert (row["rule"], row["level"]) == ("R03", "emergency")
    assert row["title"] == "Get help now for the numb skin"
    assert row["actions"] == ["call_emergency"]


def test_clinic_that_sets_leg_pain_to_urgent_has_no_row_for_it():
    table = offline_table(RULESETS[CURRENT].with_parameters(both_leg_pain_level=3))

    assert set(TABLE["symptoms"]) - set(table["symptoms"]) == {"leg_pain_both_sides"}
