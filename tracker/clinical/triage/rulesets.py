"""The released rule sets by version. A released version never changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.parameters import Parameters
from tracker.clinical.triage.rules import (
    allergy,
    bleeding,
    cauda_equina,
    disc_and_site,
    fracture,
    free_text,
    headache,
    infection,
    inflammatory,
    malignancy,
    medication,
    mental_health,
    neurological,
    pain_course,
    silence,
    vascular,
)

Rule = Callable[[TriageFacts, Parameters], Finding | None]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A version with its rules by id, in order, and its thresholds.

    `rules` judge an entry, `day_rules` a day without one.
    """

    version: str
    rules: tuple[tuple[str, Rule], ...]
    parameters: Parameters
    day_rules: tuple[tuple[str, Rule], ...] = ()

    def with_parameters(self, **changes: float) -> "RuleSet":
        """The same rules with some thresholds moved by a clinic."""
        return replace(self, parameters=self.parameters.moved(**changes))


CURRENT = "2026.1"

RULESETS: Mapping[str, RuleSet] = MappingProxyType(
    {
        "2026.1": RuleSet(
            version="2026.1",
            rules=(
                ("R01", cauda_equina.bladder_change),
                ("R02", cauda_equina.bowel_change),
                ("R03", cauda_equina.saddle_numbness),
                ("R04", cauda_equina.both_legs),
                ("R05", cauda_equina.sexual_function),
                ("R06", neurological.weakness),
                ("R07", neurological.one_sided_numbness),
                ("R08", bleeding.fast_growing_pain),
                ("R09", infection.fever_with_nerve_sign),
                ("R10", infection.sepsis),
                ("R11", infection.fever),
                ("R12", infection.slightly_warm),
                ("R13", disc_and_site.disc_infection),
                ("R14", disc_and_site.needle_site),
                ("R15", allergy.severe_reaction),
                ("R16", allergy.hives),
                ("R17", vascular.heart_and_lungs),
                ("R18", vascular.swollen_calf),
                ("R19", malignancy.cancer_history),
                ("R20", malignancy.weight_loss),
                ("R21", fracture.fragility_fracture),
                ("R22", pain_course.severe_uncontrolled),
                ("R23", headache.upright_headache),
                ("R24", mental_health.self_harm),
                ("R25", mental_health.low_mood),
                ("R26", medication.over_sedation),
                ("R27", medication.medicine_use),
                ("R28", vascular.aorta),
                ("R29", inflammatory.inflammatory),
                ("R30", free_text.emergency_in_note),
                ("T2", pain_course.not_settling),
                ("T5", pain_course.sustained_worse),
                ("T6", pain_course.no_change),
                ("T7", pain_course.function_loss),
            ),
            parameters=Parameters(),
            day_rules=(
                ("R31", silence.silence),
                ("T6", pain_course.no_change),
            ),
        )
    }
)
