"""What the clinic's lead reads of a rule is what the rule does."""

import inspect
import re
from dataclasses import fields
from itertools import chain

import pytest

from tracker.clinical.levels import Level
from tracker.clinical.triage.descriptions import DESCRIPTIONS, levels_of, shown
from tracker.clinical.triage.parameters import THRESHOLDS, Parameters
from tracker.clinical.triage.rulesets import CURRENT, RULESETS
from tracker.clinical.triage.threshold_words import THRESHOLD_WORDS

RULES = dict(chain(RULESETS[CURRENT].rules, RULESETS[CURRENT].day_rules))
OF_VERSIONS = [
    (ruleset, rule_id, rule)
    for ruleset in RULESETS.values()
    for rule_id, rule in dict(chain(ruleset.rules, ruleset.day_rules)).items()
]


@pytest.mark.parametrize("ruleset", RULESETS.values(), ids=RULESETS)
def test_every_rule_is_described_and_no_other(ruleset):
    assert set(ruleset.descriptions) == set(RULES)


def test_every_threshold_is_read_in_some_rule_and_has_a_label():
    named = {name for d in DESCRIPTIONS.values() for name in d.thresholds}

    assert named == set(THRESHOLDS) == set(THRESHOLD_WORDS)


@pytest.mark.parametrize(("ruleset", "rule_id", "rule"), OF_VERSIONS)
def test_description_names_the_thresholds_the_rule_reads_itself(ruleset, rule_id, rule):
    source = inspect.getsource(rule)
    read = set(re.findall(r"\blimits\.(\w+)", source)) & set(THRESHOLDS)

    assert read <= set(ruleset.descriptions[rule_id].thresholds)


@pytest.mark.parametrize(("ruleset", "rule_id", "rule"), OF_VERSIONS)
def test_description_is_a_sentence_with_a_source_and_levels(ruleset, rule_id, rule):
    description = ruleset.descriptions[rule_id]

    text = description.with_values(Parameters())

    assert text.endswith(".")
    assert "{" not in text
    assert description.title
    assert description.source
    assert levels_of(rule_id) == tuple(sorted(levels_of(rule_id), reverse=True))
    assert max(levels_of(rule_id)) > Level.NONE


def test_description_reads_with_the_values_of_the_clinic():
    moved = Parameters().moved(fever_c=38.3, both_leg_pain_level=3)

    assert "38.3 °C or more" in DESCRIPTIONS["R09"].with_values(moved)
    assert "counts as urgent" in DESCRIPTIONS["R04"].with_values(moved)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("fever_c", 38.0, "38"),
        ("fever_at_risk_c", 37.8, "37.8"),
        ("weight_loss_half_year", 0.05, "5 %"),
        ("both_leg_pain_level", 4, "emergency"),
    ],
)
def test_threshold_is_shown_as_people_read_it(name, value, words):
    assert shown(name, value) == words


def test_names_of_thresholds_are_those_of_the_parameters():
    assert [field.name for field in fields(Parameters)] == list(THRESHOLD_WORDS)
