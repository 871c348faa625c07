"""What a clinic records about a patient at enrolment, as codes the rules read."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

PROFILE_FACTS: Mapping[str, str] = MappingProxyType(
    {
        "cancer_history": "Has had cancer",
        "diabetes": "Diabetes",
        "immune_modulating_medicine": "Takes medicine that changes the immune system",
        "long_term_steroids": "Has taken steroids for a long time",
        "osteoporosis": "Weak bones (osteoporosis)",
        "blood_thinner": "Takes a blood thinner",
        "opioid": "Takes an opioid",
        "sedative": "Takes a sedative",
        "nsaid": "Takes an anti-inflammatory (NSAID)",
        "autoimmune_disease": "Autoimmune disease",
        "ankylosing_spondylitis": "Ankylosing spondylitis",
        "rheumatoid_arthritis": "Rheumatoid arthritis",
    }
)


@dataclass(frozen=True, slots=True)
class Profile:
    """What the rules read: age in years, pain 0 to 10, codes of the catalogues."""

    age: int | None = None
    sex: str | None = None
    region: str = "lumbar"
    routes: tuple[str, ...] = ()
    baseline_pain: float | None = None
    facts: frozenset[str] = frozenset()
    known_symptoms: frozenset[str] = frozenset()
    baseline_weight_kg: float | None = None

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types that `from_json` turns back into an equal profile."""
        return {
            "age": self.age,
            "sex": self.sex,
            "region": self.region,
            "routes": list(self.routes),
            "baseline_pain": self.baseline_pain,
            "facts": sorted(self.facts),
            "known_symptoms": sorted(self.known_symptoms),
            "baseline_weight_kg": self.baseline_weight_kg,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Profile":
        """A profile that `as_json` stored; a field added since keeps its default."""
        return cls(
            age=data["age"],
            sex=data["sex"],
            region=data["region"],
            routes=tuple(data["routes"]),
            baseline_pain=data["baseline_pain"],
            facts=frozenset(data["facts"]),
            known_symptoms=frozenset(data["known_symptoms"]),
            baseline_weight_kg=data.get("baseline_weight_kg"),
        )
