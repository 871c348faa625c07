"""Wording of the infection rules: fever, sepsis, disc and needle site."""

from collections.abc import Mapping

from tracker.clinical.triage.wording.words import (
    GO_NOW,
    MEASURE,
    TAKE_IT_EASY,
    Words,
)

_BLOODS = "Full blood count, ESR, CRP, blood cultures; MRI with contrast if raised."

INFECTION: Mapping[str, Words] = {
    "R09:emergency": Words(
        title="Get help now",
        text=(
            "Fever or shivers with a new nerve sign can mean an infection near your"
            " spine. Call {emergency_number} or go to an emergency room now."
        ),
        actions=GO_NOW,
        headline="Fever or chills with a new nerve sign",
        check="Spinal abscess until shown otherwise. " + _BLOODS,
        clears="Contrast MRI and blood tests show no spinal infection.",
    ),
    "R10:emergency": Words(
        title="Get help now",
        text=(
            "These can be signs of an infection in the blood."
            " Call {emergency_number} now. Tell them about your procedure."
        ),
        actions=GO_NOW,
        headline="Fever, chills or low temperature with signs of sepsis",
        check="Sepsis pathway: vital signs, lactate, cultures, early antibiotics.",
        clears="Seen in an emergency department and sepsis ruled out.",
    ),
    "R11:urgent": Words(
        title="The fever needs a check today",
        text=(
            "A fever or hard shivers after your procedure must be checked today."
            " We will call you. If you feel confused, weak or numb, or shake and cannot"
            " stop, call {emergency_number}."
        ),
        actions=("call_clinic", "measure_again"),
        headline="Fever after the procedure",
        check="Look for a source, examine the site and the spine. " + _BLOODS,
        clears="A source outside the spine is found, or blood tests are normal twice.",
    ),
    "R11:urgent:infection_workup": Words(
        title="The fever needs a check today",
        text=(
            "Your fever or shivers must be checked today. We will call you within the"
            " hour. If you feel confused, weak or numb, call {emergency_number}."
        ),
        actions=("call_clinic", "measure_again"),
        headline="Fever or chills: infection work-up",
        check="Within the hour. " + _BLOODS,
        clears="Blood tests, and MRI where raised, show no spinal infection.",
    ),
    "R12:watch": Words(
        title="You may be slightly warm",
        text=(
            "Measure your temperature again in 4 to 6 hours and rest. Tell us if it"
            " rises to 38 C (100.4 F) or if you start to shiver."
        ),
        actions=MEASURE,
        headline="Slightly raised temperature or feeling feverish",
        check="Repeat the reading; ask about shivers, the site and colds.",
        clears="Two readings below the limit, 12 hours apart.",
    ),
    "R12:soon": Words(
        title="Still slightly warm",
        text=(
            "You have been slightly warm for half a day or more. We will get in touch"
            " soon. Tell us at once if it rises to 38 C (100.4 F) or if you shiver."
        ),
        actions=MEASURE,
        headline="Raised temperature twice, 12 hours apart",
        check="Ask about shivers, site, urine and colds. Consider CRP.",
        clears="Temperature back to normal for 24 hours, or a harmless source found.",
    ),
    "R13:urgent": Words(
        title="Your pain is climbing again",
        text=(
            "Your pain is climbing, and we want to rule out an infection. We will call"
            " you today. Measure your temperature and tell us the number."
        ),
        actions=("call_clinic", "measure_again"),
        headline="Pain climbing again: possible disc infection without fever",
        check="Disc infection may come without fever. " + _BLOODS,
        clears="Normal ESR and CRP twice, or MRI without signs of infection.",
    ),
    "R13:watch": Words(
        title="A setback after a strain",
        text=(
            "Your pain went up after something out of the ordinary. Take it easy for a"
            " few days and keep writing. If it stays up, we will call you."
        ),
        actions=TAKE_IT_EASY,
        headline="Pain back up after a strain",
        check="Recheck in 72 hours: without a new strain this becomes urgent.",
        clears="Pain falls again within three days of the strain.",
    ),
    "R14:urgent": Words(
        title="The needle site needs a check today",
        text=(
            "Red skin that spreads, heat or fluid can be an infection. Keep the skin"
            " clean and dry. We will call you today and may ask for a photo."
            " If you shiver hard or feel confused, call {emergency_number}."
        ),
        actions=("call_clinic", "measure_again"),
        headline="Signs of infection at the needle site",
        check="See the site today (photo or visit). Swab any fluid. " + _BLOODS,
        clears="Site seen: no spreading redness, warmth or fluid.",
    ),
}
