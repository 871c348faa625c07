"""What a patient with a complication answers, by days since it began."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from bench.courses.answers import Day
from bench.courses.notes import TOLD_IN_WORDS, WANTS_TO_DIE
from tracker.clinical.symptoms import Change

Case = dict[str, Any]


def _nothing(since: int, case: Case, today: Day, random: Random) -> None:
    pass


def _no_scores(case: Case, scores: dict[str, Any]) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Sign:
    """`begins` draws a case; `tells` changes the answers of a day, `scores` a score."""

    begins: Callable[[Random], Case]
    tells: Callable[[int, Case, Day, Random], None] = _nothing
    scores: Callable[[Case, dict[str, Any]], None] = _no_scores


def _say(today: Day, *codes: str) -> None:
    for code in codes:
        # What was there before gets worse; the rest is new.
        known = code in today.symptoms
        today.symptoms[code] = Change.WORSE if known else Change.NEW


def _ticks(*choices: tuple[str, ...]) -> Sign:
    """One of several ways to tell it, the same on every day."""

    def tells(since: int, case: Case, today: Day, random: Random) -> None:
        _say(today, *case["codes"])

    return Sign(lambda random: {"codes": random.choice(choices)}, tells)


def _fever(today: Day, case: Case, random: Random) -> None:
    """Measured where there is a thermometer, else felt."""
    today.celsius = random.gauss(case["celsius"], 0.2)
    _say(today, "feverish")
    today.measures = case["thermometer"]


def _with_fever(random: Random) -> Case:
    # Spinal infections and discharge sheets: 38 and above. Most own a thermometer, and
    # the app asks for a reading.
    celsius = random.uniform(38.2, 39.8)
    return {"celsius": celsius, "thermometer": random.random() < 0.9}


def _disc_infection_begins(random: Random) -> Case:
    """Fever in 55 %, pain in 72 % (2,224 cases); here at least one of the two."""
    fever = pain = False
    while not (fever or pain):
        fever, pain = random.random() < 0.55, random.random() < 0.72
    signs = (("night_pain", 0.5), ("pain_on_any_movement", 0.6), ("night_sweats", 0.3))
    return _with_fever(random) | {
        "fever": fever,
        "climb": random.uniform(3.5, 6.0) if pain else 0.0,
        "slowly": random.randint(3, 9),
        "signs": [code for code, share in signs if random.random() < share],
        "fever_from": random.randint(1, 6),
    }


def _disc_infection_tells(since: int, case: Case, today: Day, random: Random) -> None:
    today.pain += case["climb"] * min(1.0, (since + 1) / case["slowly"])
    if since >= case["slowly"] / 2:
        _say(today, *case["signs"])
    if case["fever"] and since >= case["fever_from"]:
        _fever(today, case, random)
        # The advice is to measure: a thermometer is there two days later.
        today.measures = today.measures or since >= case["fever_from"] + 2


DISC_INFECTION = Sign(_disc_infection_begins, _disc_infection_tells)

NERVE = (
    ("numbness_one_leg",),
    ("weakness_one_leg",),
    ("leg_pain_one_side", "numbness_one_leg"),
    ("weakness_both_legs",),
    ("urine_hesitancy",),
)


def _abscess_begins(random: Random) -> Case:
    return _with_fever(random) | {"codes": random.choice(NERVE)}


def _abscess_tells(since: int, case: Case, today: Day, random: Random) -> None:
    today.pain += 3
    _fever(today, case, random)
    _say(today, *case["codes"])


ABSCESS = Sign(_abscess_begins, _abscess_tells)


def _sepsis_begins(random: Random) -> Case:
    signs = ("confusion", "fast_breathing", "fainting", "mottled_skin", "no_urine_12h")
    return _with_fever(random) | {
        "codes": random.sample(signs, k=random.randint(1, 3)),
        "chills": random.random() < 0.7,
        "cold": random.random() < 0.1,
    }


def _sepsis_tells(since: int, case: Case, today: Day, random: Random) -> None:
    _fever(today, case, random)
    _say(today, *case["codes"])
    if case["chills"] or not today.measures:
        _say(today, "shaking_chills")
    if case["cold"]:
        today.celsius = 35.4


SEPSIS = Sign(_sepsis_begins, _sepsis_tells)


def _fever_tells(since: int, case: Case, today: Day, random: Random) -> None:
    _fever(today, case, random)
    # Without a thermometer at hand the advice is to measure: it is there a day later.
    today.measures = today.measures or since >= 1


FEVER = Sign(_with_fever, _fever_tells)

SITE = _ticks(
    ("site_spreading_redness",),
    ("site_hot_swelling",),
    ("site_discharge",),
    ("site_spreading_redness", "site_discharge"),
)


def _haematoma_begins(random: Random) -> Case:
    nerve = random.random() < 0.6
    return {
        "codes": random.choice((*NERVE, ("numbness_both_legs",))) if nerve else (),
        "thinner": not nerve or random.random() < 0.4,
        "pain": random.uniform(8.6, 10.0),
        "more": random.uniform(3.5, 6),
    }


def _haematoma_tells(since: int, case: Case, today: Day, random: Random) -> None:
    usual = today.pain
    today.pain = max(case["pain"], usual + case["more"])
    _say(today, *case["codes"])


HAEMATOMA = Sign(_haematoma_begins, _haematoma_tells)

CAUDA_EQUINA = _ticks(
    ("urine_hesitancy",),
    ("urine_leak",),
    ("bladder_sensation_loss", "urine_hesitancy"),
    ("stool_leak",),
    ("saddle_numbness",),
    ("saddle_numbness", "urine_hesitancy"),
    ("leg_pain_both_sides",),
    ("numbness_both_legs",),
    ("weakness_both_legs", "urine_leak"),
    ("sexual_function_change", "leg_pain_one_side"),
)


def _note_tells(since: int, case: Case, today: Day, random: Random) -> None:
    if since == 0:
        today.note = case["note"]


def _note_begins(random: Random) -> Case:
    code = random.choice(list(TOLD_IN_WORDS))
    return {"note": random.choice(TOLD_IN_WORDS[code]), "code": code}


IN_A_NOTE = Sign(_note_begins, _note_tells)

NERVE_INJURY = _ticks(
    ("numbness_one_leg",),
    ("weakness_one_leg",),
    ("numbness_arm",),
    ("weakness_arm",),
    ("numbness_one_leg", "leg_pain_one_side"),
)


def _growing_tells(since: int, case: Case, today: Day, random: Random) -> None:
    if since == 0:
        today.symptoms[case["code"]] = Change.NEW
    elif case["how"] == "worse":
        today.symptoms[case["code"]] = Change.WORSE
    else:
        _say(today, case["code"], case["how"])


GROWING_WEAKNESS = Sign(
    lambda random: {
        "code": random.choice(("weakness_one_leg", "weakness_arm")),
        "how": random.choice(("worse", "rapidly_worsening_weakness", "foot_drop")),
    },
    _growing_tells,
)

ANAPHYLAXIS = _ticks(
    ("breathing_trouble",),
    ("face_swelling", "hives"),
    ("throat_tightness",),
    ("hives", "vomiting"),
    ("hives", "fainting"),
)
HIVES = _ticks(("hives",))
LEG_CLOT = _ticks(("calf_swelling",))
LUNG_CLOT = _ticks(
    ("sudden_breathlessness",),
    ("chest_pain",),
    ("coughing_blood", "chest_pain"),
    ("fainting",),
)
DURAL_HEADACHE = _ticks(("postural_headache",), ("postural_headache", "vomiting"))
MENINGITIS = _ticks(
    ("postural_headache", "neck_stiffness"),
    ("postural_headache", "light_sensitivity", "feverish"),
)


def _low_mood_scores(case: Case, scores: dict[str, Any]) -> None:
    if "phq2_total" in scores:
        phq2 = case["phq2"]
        scores |= {
            "phq2_total": phq2,
            "phq4_total": phq2 + 2,
            "self_harm": case["harm"],
        }


LOW_MOOD = Sign(
    lambda random: {"phq2": random.randint(3, 6), "harm": False},
    scores=_low_mood_scores,
)
SELF_HARM_ASKED = Sign(
    lambda random: {"phq2": random.randint(3, 6), "harm": True}, scores=_low_mood_scores
)


def _self_harm_tells(since: int, case: Case, today: Day, random: Random) -> None:
    if since == 0 and case["way"] == "symptom":
        _say(today, "suicidal_thoughts")
    elif since == 0:
        today.note = case["note"]


SELF_HARM = Sign(
    lambda random: {
        "way": random.choice(("symptom", "note")),
        "note": random.choice(WANTS_TO_DIE),
    },
    _self_harm_tells,
)


def _fracture_tells(since: int, case: Case, today: Day, random: Random) -> None:
    today.pain += case["jump"]
    if case["ticked"]:
        _say(today, "sudden_pain_after_minor_strain")
    elif since <= 1:
        today.trigger = case["trigger"]


FRACTURE = Sign(
    lambda random: {
        "jump": random.uniform(4.0, 6.0),
        "ticked": random.random() < 0.7,
        "trigger": random.choice(("fall", "lift")),
    },
    _fracture_tells,
)


def _severe_tells(since: int, case: Case, today: Day, random: Random) -> None:
    if since <= 5:
        today.pain = max(today.pain, case["pain"])
        today.medicines, today.helped = ("paracetamol",), "no"
        _say(today, *case["codes"])


SEVERE_PAIN = Sign(
    lambda random: {
        "pain": random.uniform(9.5, 10.0),
        "codes": random.choice(((), ("cannot_sleep_for_pain",))),
    },
    _severe_tells,
)
CANCER = _ticks(("night_pain",), ("arm_pain", "night_pain"), ("leg_pain_both_sides",))


def _weight_tells(since: int, case: Case, today: Day, random: Random) -> None:
    if today.weight_kg is not None:
        today.weight_kg = round(today.weight_kg * (1 - 0.0025 * since), 1)
        today.planned = False


WEIGHT_LOSS = Sign(lambda random: {}, _weight_tells)
SEDATION = _ticks(("slow_breathing_blue_lips",), ("confusion",))
GUT_BLEEDING = _ticks(("black_stool_or_vomiting_blood",))
AORTA = _ticks(
    ("tearing_belly_or_back_pain",), ("tearing_belly_or_back_pain", "fainting")
)


def _flare_tells(since: int, case: Case, today: Day, random: Random) -> None:
    if since <= 14:
        today.pain += case["more"]


FLARE = Sign(lambda random: {"more": random.uniform(2.8, 4.0)}, _flare_tells)
WORSE = Sign(
    lambda random: {"more": random.uniform(3.0, 4.5)},
    lambda since, case, today, random: _worse(case, today),
)


def _worse(case: Case, today: Day) -> None:
    """Held above the baseline, whatever the relief would have been."""
    today.pain = max(today.pain, case["baseline"] + case["more"] - 0.5)
