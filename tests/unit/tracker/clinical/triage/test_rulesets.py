"""Released rule sets stay as they are; thresholds move within bounds only."""

import hashlib
import json
from dataclasses import asdict, replace

import pytest

from tracker.clinical.triage.parameters import THRESHOLDS, ParameterError, Parameters
from tracker.clinical.triage.rulesets import CURRENT, RULESETS
from tracker.clinical.triage.threshold_words import THRESHOLD_WORDS
from tracker.clinical.triage.wording.table import WORDING

DIGESTS = {
    # Once a clinic has it, a digest that changed means: make a new version.
    "2026.1": "444fa7d63233a4af",
    "2026.2": "e0120a83b1a9903e",
    "2026.3": "04d4e06fc78b6916",
}


def digest(ruleset):
    content = {
        "version": ruleset.version,
        "rules": [[rule_id, rule.__name__] for rule_id, rule in ruleset.rules],
        "day_rules": [[rule_id, rule.__name__] for rule_id, rule in ruleset.day_rules],
        "parameters": ruleset.parameters.as_json(),
        "bounds": {name: list(bounds) for name, bounds in THRESHOLDS.items()},
        "wording": {key: asdict(words) for key, words in WORDING.items()},
        # What a lead reads before signing is part of what was signed.
        "descriptions": {i: asdict(words) for i, words in ruleset.descriptions.items()},
        "labels": {name: list(words) for name, words in THRESHOLD_WORDS.items()},
    }
    text = json.dumps(content, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def test_released_versions_do_not_change():
    assert {v: digest(ruleset) for v, ruleset in RULESETS.items()} == DIGESTS


@pytest.mark.parametrize(
    ("before", "version", "otherwise"),
    [
        ("2026.1", "2026.2", {"R08", "R13", "R20", "R24", "R30", "T2"}),
        ("2026.2", "2026.3", {"R24", "R30"}),
    ],
)
def test_rules_of_a_version_are_the_same_functions_unless_it_names_them(
    before, version, otherwise
):
    old, new = RULESETS[before], RULESETS[version]
    first, second = dict(old.rules), dict(new.rules)
    words = old.descriptions

    assert {i for i in first if first[i] is not second[i]} == otherwise
    assert list(first) == list(second)
    assert old.day_rules == new.day_rules
    assert {i for i in words if words[i] != new.descriptions[i]} == otherwise


@pytest.mark.parametrize(
    "change",
    [
        lambda released: replace(released, rules=released.rules[::-1]),
        lambda released: replace(released, day_rules=released.day_rules[::-1]),
        lambda released: replace(released, rules=released.rules[1:]),
        lambda released: released.with_parameters(fever_c=38.1),
    ],
    ids=["order", "order of days", "a rule less", "a threshold"],
)
def test_change_of_a_released_version_is_noticed(change):
    for version, frozen in DIGESTS.items():
        assert digest(change(RULESETS[version])) != frozen


def test_current_version_is_released():
    assert RULESETS[CURRENT].version == CURRENT


@pytest.mark.parametrize("name", THRESHOLDS)
def test_default_lies_within_its_bounds(name):
    low, high, source = THRESHOLDS[name]

    assert low <= getattr(Parameters(), name) <= high
    assert source


@pytest.mark.parametrize("name", THRESHOLDS)
def test_threshold_moves_within_its_bounds_only(name):
    low, high, _ = THRESHOLDS[name]

    assert getattr(Parameters().moved(**{name: high}), name) == high
    for outside in (low - 1, high + 1, True):
        with pytest.raises(ParameterError) as caught:
            Parameters().moved(**{name: outside})
        assert caught.value.field == name


def test_day_is_moved_to_a_whole_number_only():
    with pytest.raises(ParameterError, match="fever_last_day is a whole number"):
        Parameters().moved(fever_last_day=90.5)


def test_unknown_threshold_is_refused():
    with pytest.raises(ParameterError, match="There is no threshold colour"):
        Parameters().moved(colour=1)
