"""The catalogue of symptoms and the codes beside it."""

import re

import pytest

from tracker.clinical.context import MEDICINE_HELPED, MEDICINES, TRIGGERS
from tracker.clinical.profile import PROFILE_FACTS
from tracker.clinical.symptoms import (
    ALWAYS_SHOWN,
    SYMPTOMS,
    Change,
    acting_alone,
    gate_symptoms,
)


def test_catalogue_is_complete_and_in_order():
    codes = list(SYMPTOMS)

    assert len(codes) == 67
    assert (codes[0], codes[-1]) == ("urine_hesitancy", "vomiting")
    assert all(code == symptom.code for code, symptom in SYMPTOMS.items())


@pytest.mark.parametrize("symptom", SYMPTOMS.values(), ids=lambda s: s.code)
def test_symptom_is_well_formed(symptom):
    assert re.fullmatch(r"[a-z][a-z0-9_]+", symptom.code)
    assert symptom.label
    assert symptom.group
    assert all(re.fullmatch(r"R\d\d", rule) for rule in symptom.rules)
    assert set(symptom.asks) <= set(SYMPTOMS) - {symptom.code}


def test_gate_and_acting_alone():
    assert len(gate_symptoms()) == 25
    assert len(acting_alone()) == 22
    assert tuple(s.code for s in acting_alone()) == ALWAYS_SHOWN


def test_follow_up_of_constipation_asks_bladder_and_saddle():
    assert SYMPTOMS["constipation"].asks == (
        "urine_hesitancy",
        "bladder_sensation_loss",
        "urine_leak",
        "saddle_numbness",
    )


def test_follow_up_of_weakness_asks_for_the_emergency_signs():
    for limb in ("weakness_one_leg", "weakness_arm"):
        assert SYMPTOMS[limb].asks[:3] == (
            "rapidly_worsening_weakness",
            "foot_drop",
            "cannot_stand_or_walk",
        )


def test_changes():
    assert [change.value for change in Change] == ["new", "worse", "same", "better"]


def test_codes_beside_the_catalogue():
    assert len(PROFILE_FACTS) == 12
    assert set(TRIGGERS) == {"lift", "fall", "physical_therapy", "travel", "other"}
    assert set(MEDICINES) == {
        "paracetamol",
        "nsaid",
        "opioid",
        "muscle_relaxant",
        "other",
    }
    assert list(MEDICINE_HELPED) == ["yes", "no", "none_taken"]
