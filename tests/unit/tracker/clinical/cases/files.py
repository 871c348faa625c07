"""Case files as parsed JSON: the example of the format, and dull ones."""

from copy import deepcopy
from typing import Any

EXAMPLE: dict[str, Any] = {
    "format": "recovery-cases/1",
    "cases": [
        {
            "id": "example-1",
            "profile": {
                "age": 54,
                "sex": "female",
                "region": "lumbar",
                "route": ["intradiscal"],
                "baseline_pain": 6,
                "baseline_weight_kg": None,
                "facts": ["diabetes"],
                "known_symptoms": ["leg_pain_one_side"],
                "medicines": ["paracetamol"],
            },
            "unlisted_days": "carried",
            "days": [
                {
                    "day": 1,
                    "pain": 7,
                    "mobility": 4,
                    "walk_minutes": 5,
                    "temperature": "36,9",
                    "temperature_unit": "C",
                    "symptoms": [{"code": "site_soreness", "change": "new"}],
                    "note": "",
                },
                {"day": 6, "pain": None, "mobility": None, "symptoms": None},
                {
                    "day": 9,
                    "pain": 8,
                    "mobility": 2,
                    "temperature": "101.3",
                    "temperature_unit": "F",
                    "symptoms": [{"code": "shaking_chills", "change": "new"}],
                    "trigger": None,
                    "note": "worse since last night",
                },
                {
                    "day": 9,
                    "entry": 2,
                    "corrects": 1,
                    "pain": 7,
                    "mobility": 2,
                    "symptoms": [],
                    "note": "typed the wrong number",
                },
            ],
        }
    ],
}


def example() -> dict[str, Any]:
    """The example of the format, to change at will."""
    return deepcopy(EXAMPLE)


def case(*days: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A lumbar patient of 50 with pain 6 at intake who skips unlisted days."""
    return {
        "id": "case",
        "profile": {"age": 50, "region": "lumbar", "baseline_pain": 6},
        "unlisted_days": "missed",
        "days": list(days),
        **fields,
    }


def document(*cases: dict[str, Any]) -> dict[str, Any]:
    """A case file."""
    return {"format": "recovery-cases/1", "cases": list(cases)}


def listed(day: int, *codes: str, change: str = "new", **answers: Any) -> Any:
    """A listed day with pain 4 and these symptoms."""
    symptoms = [{"code": code, "change": change} for code in codes]
    return {"day": day, "pain": 4, "symptoms": symptoms, **answers}
