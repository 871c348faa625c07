"""The terms of adverse events, each with what its grades mean, in our own words.

Cut-offs after CTCAE v5.0 (clinical evidence file, section 8). The software suggests,
the clinician grades. Codes of a terminology may be added and may be missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_LIMITS = {"limits": {"nothing": 1, "errands": 2, "self_care": 3}}
_INFECTION = {"treatment": {"medicine": 2, "intravenous": 3, "procedure": 3}}
_LEAKAGE = {"leakage": {"occasional": 1, "daily": 2, "severe": 3}}
_BLEEDING = {"bleeding": {"small": 1, "drained": 2, "transfused": 3, "urgent": 4}}


@dataclass(frozen=True, slots=True)
class Term:
    """One term. `criteria` holds the grades that have words of their own.

    `graded_by` says which grade an answer to a question means; `measured_by` names
    the numbers that are asked for. `is_infection`: by itself; a fever only may be one.
    """

    code: str
    label: str
    family: str
    criteria: Mapping[int, str]
    graded_by: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    measured_by: tuple[str, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)
    is_infection: bool = False


def _by_limits(code: str, label: str, family: str, **codes: str) -> Term:
    """A term that has no words of its own beside the general grades."""
    return Term(code, label, family, {}, _LIMITS, codes=codes)


_TERMS = (
    Term(
        "fever",
        "Fever",
        "infection",
        {
            1: "38.0 to 39.0 °C",
            2: "above 39.0, up to 40.0 °C",
            3: "above 40.0 °C for at most 24 hours",
            4: "above 40.0 °C for more than 24 hours",
        },
        measured_by=("temperature_c", "hours_above_40"),
        codes={"snomed": "386661006"},
    ),
    Term(
        "chills",
        "Chills",
        "infection",
        {1: "mild shiver", 2: "whole body shakes", 3: "lasting, not relieved"},
        {"shivering": {"mild": 1, "whole_body": 2, "lasting": 3}},
    ),
    Term(
        "site_infection",
        "Infection at the needle site",
        "infection",
        {2: "medicine by mouth or on the skin", 3: "medicine by vein, or a procedure"},
        _INFECTION,
        is_infection=True,
    ),
    Term(
        "spine_infection",
        "Infection of bone or disc",
        "infection",
        {2: "medicine by mouth", 3: "medicine by vein, or a procedure"},
        _INFECTION,
        is_infection=True,
    ),
    Term(
        "sepsis",
        "Sepsis",
        "infection",
        {3: "germs in the blood with signs of illness", 4: "life-threatening"},
        {"treatment": {"intravenous": 3}},
        is_infection=True,
    ),
    Term(
        "site_reaction",
        "Reaction at the needle site",
        "other",
        {
            1: "tender, warm, red or itchy",
            2: "painful and swollen",
            3: "open sore or dead skin, or an operation",
        },
        {
            "site": {"tender": 1, "swollen": 2, "open": 3},
            "treatment": {"procedure": 3},
        },
    ),
    _by_limits("back_pain", "Back pain", "other", snomed="279039007"),
    _by_limits("muscle_spasm", "Muscle spasm", "other"),
    _by_limits("headache", "Headache", "other"),
    _by_limits("numbness", "Numbness or tingling", "nerve"),
    _by_limits("weakness", "Weakness of a leg or arm", "nerve"),
    _by_limits("nerve_pain", "Pain down a leg or arm", "nerve"),
    _by_limits("cauda_equina", "Cauda equina syndrome", "nerve", snomed="192970008"),
    Term(
        "urinary_retention",
        "Cannot empty the bladder",
        "nerve",
        {
            1: "hard to empty, no catheter",
            2: "catheter or medicine",
            3: "a procedure, or a kidney is harmed",
            4: "an organ failed",
        },
        {"bladder": {"residual": 1, "catheter": 2, "procedure": 3, "organ_failure": 4}},
        codes={"snomed": "267064002"},
    ),
    Term(
        "urinary_incontinence",
        "Leaking urine",
        "nerve",
        {1: "pads now and then", 2: "pads every day", 3: "operation, or limits care"},
        _LEAKAGE,
    ),
    Term(
        "faecal_incontinence",
        "Leaking stool",
        "nerve",
        {1: "pads now and then", 2: "pads every day", 3: "operation, or limits care"},
        _LEAKAGE,
    ),
    Term(
        "allergic_reaction",
        "Allergic reaction",
        "allergy",
        {
            1: "no treatment of the whole body",
            2: "medicine by mouth",
            3: "breathing is hard, admission, or medicine by vein",
        },
        {
            "treatment": {"none": 1, "medicine": 2, "intravenous": 3},
            "reaction": {"airway": 3},
        },
    ),
    Term(
        "anaphylaxis",
        "Anaphylaxis",
        "allergy",
        {3: "breathing is hard, or blood pressure falls; treated by injection"},
        {
            "reaction": {"airway": 3, "pressure": 3},
            "treatment": {"intravenous": 3},
        },
    ),
    Term(
        "haematoma",
        "Haematoma",
        "bleeding",
        {
            1: "small, no treatment",
            2: "drained",
            3: "transfusion or planned operation",
            4: "urgent operation",
        },
        _BLEEDING,
    ),
    Term(
        "gut_bleeding",
        "Bleeding of stomach or bowel",
        "bleeding",
        {
            1: "small, no treatment",
            2: "treated without an operation",
            3: "transfusion or planned operation",
            4: "urgent operation",
        },
        _BLEEDING,
    ),
    Term(
        "blood_clot",
        "Blood clot in leg or lungs",
        "bleeding",
        {
            1: "no treatment",
            2: "medicine",
            3: "urgent, such as in the lungs",
            4: "circulation unstable",
        },
        {"clot": {"untreated": 1, "treated": 2, "urgent": 3, "unstable": 4}},
    ),
    Term(
        "weight_loss",
        "Weight loss",
        "other",
        {1: "5 to below 10 %", 2: "10 to below 20 %", 3: "20 % or more"},
        measured_by=("weight_lost_percent",),
        codes={"snomed": "448765001"},
    ),
    Term(
        "suicidal_ideation",
        "Suicidal thoughts",
        "other",
        {
            1: "thoughts of death only",
            2: "thoughts of suicide, no plan",
            3: "a plan, no intent",
            4: "a plan and intent",
        },
        {"thoughts": {"passive": 1, "ideation": 2, "plan": 3, "intent": 4}},
    ),
    _by_limits("low_mood", "Low mood", "other"),
    _by_limits("fracture", "Fracture", "other"),
    _by_limits("eye_inflammation", "Inflamed eye", "other"),
    _by_limits("sedation", "Too much sedation", "other"),
    _by_limits("other", "Something else", "other"),
)

TERMS: Mapping[str, Term] = MappingProxyType({term.code: term for term in _TERMS})
