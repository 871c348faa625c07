"""What a clinic records about a patient at enrolment, as codes the rules read."""

from collections.abc import Mapping
from types import MappingProxyType

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
