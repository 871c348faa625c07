"""What an alert already says of an adverse event: its term, and answers to grade it."""

from collections.abc import Mapping
from types import MappingProxyType

from tracker.clinical.adverse_events.terms import TERMS, Term
from tracker.clinical.triage.facts import TriageFacts

TERM_OF_RULE: Mapping[str, str] = MappingProxyType(
    {
        "R01": "urinary_retention",
        "R02": "faecal_incontinence",
        "R03": "cauda_equina",
        "R04": "nerve_pain",
        "R05": "cauda_equina",
        "R06": "weakness",
        "R07": "numbness",
        "R08": "haematoma",
        "R09": "spine_infection",
        "R10": "sepsis",
        "R11": "fever",
        "R12": "fever",
        "R13": "spine_infection",
        "R14": "site_infection",
        "R15": "anaphylaxis",
        "R16": "allergic_reaction",
        "R17": "blood_clot",
        "R18": "blood_clot",
        "R19": "back_pain",
        "R20": "weight_loss",
        "R21": "fracture",
        "R22": "back_pain",
        "R23": "headache",
        "R24": "suicidal_ideation",
        "R25": "low_mood",
        "R26": "sedation",
        "R29": "eye_inflammation",
    }
)
"""The most likely term; the clinician may choose another."""

_NARROWER: tuple[tuple[str, str, str], ...] = (
    ("R01", "urine_leak", "urinary_incontinence"),
    ("R04", "numbness_both_legs", "numbness"),
    ("R04", "weakness_both_legs", "weakness"),
    ("R27", "black_stool_or_vomiting_blood", "gut_bleeding"),
)
"""Rule, symptom, term: a symptom that was reported says more; the last one wins."""

_ANSWERS: tuple[tuple[str, str, str], ...] = (
    ("foot_drop", "limits", "errands"),
    ("cannot_stand_or_walk", "limits", "self_care"),
    ("shaking_chills", "shivering", "whole_body"),
    ("hives", "reaction", "skin"),
    ("face_swelling", "reaction", "airway"),
    ("throat_tightness", "reaction", "airway"),
    ("breathing_trouble", "reaction", "airway"),
    ("site_soreness", "site", "tender"),
    ("site_mild_swelling", "site", "swollen"),
    ("wish_not_to_wake", "thoughts", "passive"),
    ("suicidal_thoughts", "thoughts", "ideation"),
)
"""Symptom, question, answer; of several to one question the last one wins."""


def term_for(rule_id: str, facts: TriageFacts | None) -> Term:
    """The term an alert most likely is about."""
    code = TERM_OF_RULE.get(rule_id, "other")
    for rule, symptom, narrower in _NARROWER:
        if rule == rule_id and facts is not None and facts.present(symptom):
            code = narrower
    return TERMS[code]


def answers_in(facts: TriageFacts) -> dict[str, str | float]:
    """What the report says about the questions of grading; nothing is guessed."""
    found: dict[str, str | float] = {
        question: answer
        for symptom, question, answer in _ANSWERS
        if facts.present(symptom)
    }
    if facts.self_harm:
        found["thoughts"] = "ideation"
    if facts.readings:
        found["temperature_c"] = max(reading.celsius for reading in facts.readings)
    lost = max(facts.weight_lost_month or 0, facts.weight_lost_half_year or 0)
    if lost:
        found["weight_lost_percent"] = round(100 * lost, 1)
    return found
