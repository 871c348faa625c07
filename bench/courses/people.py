"""Who the patients are: age, risks, and what they had before the procedure.

Shares are assumptions, of the size seen in people with chronic back pain.
"""

from dataclasses import dataclass
from random import Random

from tracker.clinical.profile import Profile

RISKS = {
    "cancer_history": 0.07,
    "diabetes": 0.12,
    "immune_modulating_medicine": 0.03,
    "long_term_steroids": 0.02,
    "osteoporosis": 0.06,
    "blood_thinner": 0.12,
    "opioid": 0.15,
    "sedative": 0.06,
    "nsaid": 0.35,
    "autoimmune_disease": 0.04,
}
KNOWN = {
    "leg_pain_one_side": 0.45,
    "numbness_one_leg": 0.25,
    "weakness_one_leg": 0.10,
    "back_stiffness": 0.60,
    "night_pain": 0.12,
    "leg_pain_both_sides": 0.05,
    "urine_hesitancy": 0.05,
    "low_mood": 0.12,
    "morning_stiffness_over_hour": 0.04,
}


@dataclass(frozen=True, slots=True)
class Person:
    """The profile, and habits that no rule reads."""

    profile: Profile
    baseline: float
    walk: float
    weight: float
    diets: bool
    thermometer: bool
    writes_notes: float
    medicine_helps: float
    roland_morris: float


def draw(random: Random, baseline: float) -> Person:
    """A person; the intake asks for the pain, and rounds it."""
    weight = min(140.0, max(48.0, random.gauss(82, 15)))
    profile = Profile(
        age=round(min(85, max(20, random.gauss(53, 13)))),
        sex=random.choice(("female", "male")),
        region=random.choices(("lumbar", "cervical", "thoracic"), weights=(85, 11, 4))[
            0
        ],
        routes=("intradiscal",),
        baseline_pain=float(round(baseline)),
        facts=frozenset(f for f, share in RISKS.items() if random.random() < share),
        known_symptoms=frozenset(
            code for code, share in KNOWN.items() if random.random() < share
        ),
        baseline_weight_kg=round(weight, 1) if random.random() < 0.8 else None,
    )
    return Person(
        profile=profile,
        baseline=baseline,
        walk=random.uniform(8, 35),
        weight=weight,
        diets=random.random() < 0.10,
        thermometer=random.random() < 0.85,
        writes_notes=random.choice((0.05, 0.15, 0.3, 0.6)),
        # Severe pain that resists medicine is for few: 1 of 33 for a day.
        medicine_helps=random.choices((0.97, 0.7), weights=(85, 15))[0],
        roland_morris=min(22.0, max(3.0, random.gauss(12, 4.5))),
    )
