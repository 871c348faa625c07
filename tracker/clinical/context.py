"""What else a day's entry tells: what happened, and what was taken."""

from collections.abc import Mapping
from types import MappingProxyType

TRIGGERS: Mapping[str, str] = MappingProxyType(
    {
        "lift": "Lifted something",
        "fall": "Fell or slipped",
        "physical_therapy": "Physical therapy",
        "travel": "A long trip",
        "other": "Something else",
    }
)
"""What happened in the last 72 hours that may explain pain."""

MEDICINES: Mapping[str, str] = MappingProxyType(
    {
        "paracetamol": "Paracetamol (acetaminophen)",
        "nsaid": "Anti-inflammatory, such as ibuprofen or naproxen",
        "opioid": "Opioid, such as tramadol or codeine",
        "muscle_relaxant": "Muscle relaxant",
        "other": "Another pain medicine",
    }
)

MEDICINE_HELPED: Mapping[str, str] = MappingProxyType(
    {"yes": "Yes", "no": "No", "none_taken": "I took none"}
)
