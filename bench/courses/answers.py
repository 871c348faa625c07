"""What somebody without a complication answers on a day."""

from dataclasses import dataclass, field
from random import Random

from bench.courses.illness import Ill
from bench.courses.notes import HARMLESS
from bench.courses.pain import PainCourse
from bench.courses.people import Person
from tracker.clinical.symptoms import Change

MOBILITY = (0, 2, 5, 8, 10)
"""The stored values of the five plain lines of the question."""

WEIGHED_EVERY = 28
WEIGHS = 0.75
"""Share of the monthly questions for the weight that are answered."""

NORMAL_C, SPREAD_C = 36.6, 0.28


@dataclass(slots=True)
class Day:
    """The answers of a day; a complication changes them before they are sent."""

    pain: float
    symptoms: dict[str, Change] = field(default_factory=dict)
    celsius: float = NORMAL_C
    measures: bool = False
    note: str = ""
    trigger: str | None = None
    medicines: tuple[str, ...] = ()
    helped: str = "none_taken"
    mobility: int | None = None
    walk: int | None = None
    weight_kg: float | None = None
    planned: bool | None = None


def of_day(
    day: int,
    who: Person,
    course: PainCourse,
    ill: dict[int, Ill],
    random: Random,
    *,
    weighed: bool,
) -> Day:
    """The answers of a day on which the patient writes, and perhaps the weight."""
    today = Day(pain=course.on(day), trigger=course.triggers.get(day))
    _body(today, day, who, ill.get(day), random)
    _medicine(today, day, who, random)
    _moving(today, day, who, day in ill, random)
    if weighed:
        _weight(today, day, who, random)
    if random.random() < who.writes_notes:
        today.note = random.choice(HARMLESS)
    return today


def _body(today: Day, day: int, who: Person, ill: Ill | None, random: Random) -> None:
    for code in who.profile.known_symptoms:
        # A good day now and then; "worse" is what a complication would be.
        better = day > 21 and random.random() < 0.2
        today.symptoms[code] = Change.BETTER if better else Change.SAME
    if 0 <= day <= 3 and random.random() < 0.6:
        today.symptoms["site_soreness"] = Change.NEW if day < 2 else Change.SAME
    if 0 <= day <= 5 and random.random() < 0.2:
        today.symptoms["site_mild_swelling"] = Change.NEW if day < 2 else Change.SAME
    for code, chance in (
        ("muscle_spasm", 0.03),
        ("low_mood", 0.004),
        ("cannot_sleep_for_pain", 0.1 if today.pain >= 7 else 0.0),
        ("night_pain", 0.03 if today.pain >= 6.5 else 0.0),
    ):
        if random.random() < chance:
            today.symptoms.setdefault(code, Change.NEW)
    # Some feel warm in the first two days without being ill.
    today.celsius = random.gauss(NORMAL_C, SPREAD_C)
    if 0 <= day <= 1 and random.random() < 0.02:
        today.celsius = random.gauss(37.5, 0.25)
    if ill is not None:
        today.celsius = ill.celsius
        for code in ill.symptoms:
            today.symptoms[code] = Change.NEW
    unwell = "feverish" in today.symptoms and random.random() < 0.7
    today.measures = who.thermometer and (0 <= day <= 14 or unwell)


def _medicine(today: Day, day: int, who: Person, random: Random) -> None:
    taken = []
    if today.pain >= 5 or random.random() < 0.1:
        taken.append("paracetamol")
    if "opioid" in who.profile.facts and (today.pain >= 4 or random.random() < 0.5):
        taken.append("opioid")
    if "nsaid" in who.profile.facts and random.random() < (0.03 if day < 15 else 0.25):
        taken.append("nsaid")
    today.medicines = tuple(taken)
    if taken:
        today.helped = "yes" if random.random() < who.medicine_helps else "no"


def _moving(today: Day, day: int, who: Person, ill: bool, random: Random) -> None:
    free = 10 - today.pain * 0.8 + random.gauss(0, 0.8)
    today.mobility = min(MOBILITY, key=lambda value: abs(value - free))
    better = 1 + max(0, day - 14) / 130
    rest = 0.5 if 0 <= day <= 2 or ill else 1.0
    worse = 1 - 0.06 * max(0.0, today.pain - who.baseline)
    walk = who.walk * better * rest * worse * random.gauss(1, 0.3)
    if random.random() > 0.12:
        today.walk = max(0, round(walk))


def _weight(today: Day, day: int, who: Person, random: Random) -> None:
    """Scales, meals and clothes move it by eight parts of a thousand."""
    lost = 0.06 * max(0, day) if who.diets else 0.0
    today.weight_kg = round((who.weight - lost) * random.gauss(1, 0.008), 1)
    if who.diets:
        today.planned = True
    elif random.random() < 0.3:
        today.planned = False
