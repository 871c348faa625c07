"""What is asked to grade an event, each with its answers in our own words."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its answers; the words are those of the form."""

    label: str
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Measure:
    """One number that is asked for, with the bounds that are believable."""

    label: str
    lowest: float
    highest: float


QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {
        "limits": Question(
            "What it limits",
            {
                "nothing": "nothing is limited",
                "errands": "work, shopping, cooking or driving is limited",
                "self_care": "washing, dressing, eating or walking is limited",
            },
        ),
        "treatment": Question(
            "Treatment it needed",
            {
                "none": "no treatment",
                "medicine": "medicine by mouth or on the skin",
                "intravenous": "medicine by vein or injection",
                "procedure": "an operation or another procedure",
            },
        ),
        "shivering": Question(
            "Shivering",
            {
                "mild": "a mild shiver",
                "whole_body": "the whole body shook",
                "lasting": "it lasted and treatment did not stop it",
            },
        ),
        "reaction": Question(
            "What the reaction reached",
            {
                "skin": "the skin only",
                "airway": "breathing or the throat",
                "pressure": "blood pressure fell",
            },
        ),
        "site": Question(
            "The needle site",
            {
                "tender": "tender, warm, red or itchy",
                "swollen": "painful and swollen",
                "open": "an open sore or dead skin",
            },
        ),
        "bladder": Question(
            "Emptying the bladder",
            {
                "residual": "hard to empty, no catheter needed",
                "catheter": "a catheter or medicine was needed",
                "procedure": "a procedure was needed, or a kidney was harmed",
                "organ_failure": "an organ failed",
            },
        ),
        "leakage": Question(
            "Leaking",
            {
                "occasional": "a pad now and then",
                "daily": "pads every day",
                "severe": "an operation was needed, or self-care is limited",
            },
        ),
        "bleeding": Question(
            "Bleeding",
            {
                "small": "small, no treatment",
                "drained": "drained, or treated without an operation",
                "transfused": "transfusion or a planned operation",
                "urgent": "an urgent operation",
            },
        ),
        "clot": Question(
            "The clot",
            {
                "untreated": "no treatment needed",
                "treated": "medicine was needed",
                "urgent": "urgent, such as a clot in the lungs",
                "unstable": "circulation was unstable",
            },
        ),
        "thoughts": Question(
            "Thoughts of death",
            {
                "passive": "thoughts of death, no wish to die by the own hand",
                "ideation": "thoughts of suicide, no plan",
                "plan": "a plan, no intent to act",
                "intent": "a plan and the intent to act",
            },
        ),
    }
)

MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        "temperature_c": Measure("Highest temperature, °C", 30, 45),
        "hours_above_40": Measure("Hours above 40 °C", 0, 1000),
        "weight_lost_percent": Measure("Weight lost, per cent", 0, 80),
    }
)
