"""The released rule sets by version. A released version never changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from tracker.clinical.triage.descriptions import (
    DESCRIPTIONS,
    DESCRIPTIONS_2026_2,
    DESCRIPTIONS_2026_3,
    Description,
)
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
Rules = tuple[tuple[str, Rule], ...]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A version with its rules by id, in order, and its thresholds.

    `rules` judge an entry, `day_rules` a day without one. `descriptions` are what a
    lead reads before signing. `new_facts` are those that only this version reads:
    where they were not kept at the time, its rules read as those before them.
    """

    version: str
    rules: Rules
    day_rules: Rules
    parameters: Parameters
    descriptions: Mapping[str, Description] = field(hash=False)
    new_facts: tuple[str, ...] = ()

    def with_parameters(self, **changes: float) -> "RuleSet":
        """The same rules with some thresholds moved by a clinic."""
        return replace(self, parameters=self.parameters.moved(**changes))


def _with(rules: Rules, **changed: Rule) -> Rules:
    """The rules in the same order, some of them in a new reading."""
    return tuple((rule_id, changed.get(rule_id, rule)) for rule_id, rule in rules)


RULES_2026_1: Rules = (
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
)
# A rule that reads otherwise than in the version before is named here, and in words in
# `descriptions`; everything else is the same function.
RULES_2026_2: Rules = _with(
    RULES_2026_1,
    R08=bleeding.fast_growing_or_full_pain,
    R13=disc_and_site.disc_infection_past_chance,
    R20=malignancy.weight_loss_past_chance,
    R24=mental_health.self_harm_in_note_of_any_language,
    R30=free_text.emergency_in_note_of_any_language,
    T2=pain_course.not_settling_on_any_day,
)
RULES_2026_3: Rules = _with(
    RULES_2026_2,
    R24=mental_health.self_harm_in_note_in_any_words,
    R30=free_text.emergency_in_note_in_any_words,
)
DAY_RULES_2026_1: Rules = (
    ("R31", silence.silence),
    ("T6", pain_course.no_change),
)

# Facts that the rules of 2026.1 do not read.
FACTS_SINCE_2026_2 = ("m3_low", "usual_turn", "weight_below_usual", "no_pain_before")

CURRENT = "2026.3"

RULESETS: Mapping[str, RuleSet] = MappingProxyType(
    {
        "2026.1": RuleSet(
            version="2026.1",
            rules=RULES_2026_1,
            day_rules=DAY_RULES_2026_1,
            parameters=Parameters(),
            descriptions=DESCRIPTIONS,
        ),
        "2026.2": RuleSet(
            version="2026.2",
            rules=RULES_2026_2,
            day_rules=DAY_RULES_2026_1,
            parameters=Parameters(),
            descriptions=DESCRIPTIONS_2026_2,
            new_facts=FACTS_SINCE_2026_2,
        ),
        "2026.3": RuleSet(
            version="2026.3",
            rules=RULES_2026_3,
            day_rules=DAY_RULES_2026_1,
            parameters=Parameters(),
            descriptions=DESCRIPTIONS_2026_3,
            new_facts=FACTS_SINCE_2026_2,
        ),
    }
)
