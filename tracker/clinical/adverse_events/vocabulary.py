"""The lists an adverse event is described with: code -> the words people read.

Source: clinical evidence file, section 8.
"""

from collections.abc import Mapping
from types import MappingProxyType

FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "infection": "Infection",
        "nerve": "Nerve damage",
        "allergy": "Allergic reaction",
        "bleeding": "Bleeding or clot",
        "other": "Other",
    }
)

GRADES: Mapping[int, str] = MappingProxyType(
    {
        1: "Mild: noticed, nothing is limited",
        2: "Moderate: limits work, shopping, cooking or driving",
        3: "Severe: limits washing, dressing or eating, or needs admission",
        4: "Life-threatening: needs help at once",
        5: "Death",
    }
)
"""The general grades. A term's own words, where it has some, go first."""

SERIOUSNESS: Mapping[str, str] = MappingProxyType(
    {
        "death": "Death",
        "life_threatening": "Was life-threatening",
        "admission": "Admitted to hospital, or stayed longer",
        "permanent_damage": "Lasting damage or disability",
        "intervention": "Needed medical or surgical intervention to prevent damage",
        "birth_defect": "Birth defect",
        "important": "Another important medical event",
    }
)
"""One of these makes an event serious. Serious is not the same as severe."""

RELATEDNESS: Mapping[str, str] = MappingProxyType(
    {
        "unrelated": "Not related",
        "unlikely": "Unlikely",
        "possible": "Possible",
        "probable": "Probable",
        "definite": "Definite",
        "not_assessed": "Not assessed yet",
    }
)
"""How likely the procedure or the product caused it."""

OUTCOMES: Mapping[str, str] = MappingProxyType(
    {
        "ongoing": "Ongoing",
        "recovering": "Getting better",
        "recovered": "Recovered",
        "sequelae": "Recovered with lasting effects",
        "fatal": "Fatal",
        "unknown": "Not known",
    }
)
