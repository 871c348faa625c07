"""Reads the profile of a case."""

from tracker.clinical.cases.fields import CaseReader
from tracker.clinical.context import MEDICINES
from tracker.clinical.procedure import REGIONS, ROUTES
from tracker.clinical.profile import PROFILE_FACTS, Profile
from tracker.clinical.symptoms import SYMPTOMS

FACTS = frozenset({*PROFILE_FACTS, "allergies"})
"""The clinic records allergies too; no rule reads them."""

MEDICINE_FACTS = frozenset(
    {
        "blood_thinner",
        "immune_modulating_medicine",
        "long_term_steroids",
        "nsaid",
        "opioid",
        "sedative",
    }
)
"""Facts that say what somebody takes: as a medicine they mean the same."""

LONGEST_SEX = 12
OLDEST = 130

FIELDS = frozenset(
    {
        "age",
        "sex",
        "region",
        "route",
        "baseline_pain",
        "baseline_weight_kg",
        "facts",
        "known_symptoms",
        "medicines",
    }
)


def read_profile(reader: CaseReader) -> Profile:
    """The profile; a value that is null or left out is not known."""
    reader.refuse_others(FIELDS)
    medicines = reader.codes("medicines", {*MEDICINES, *MEDICINE_FACTS}, "The medicine")
    facts = reader.codes("facts", FACTS, "The fact")
    return Profile(
        age=reader.whole("age", 0, OLDEST, "Age in years"),
        sex=reader.text("sex", LONGEST_SEX, "Sex") or None,
        region=reader.choice("region", REGIONS, "The region") or "lumbar",
        routes=tuple(sorted(reader.codes("route", ROUTES, "The route"))),
        baseline_pain=reader.number("baseline_pain", 0, 10, "Pain at intake"),
        facts=(facts | (medicines & MEDICINE_FACTS)) & PROFILE_FACTS.keys(),
        known_symptoms=reader.codes("known_symptoms", SYMPTOMS, "The symptom"),
        baseline_weight_kg=reader.number(
            "baseline_weight_kg", 20, 400, "Weight in kilograms"
        ),
    )
