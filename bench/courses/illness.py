"""Colds, flu and stomach bugs: what everybody has, and what is no complication.

Adults have two to three colds a year, more in winter; fever is rare with a cold and
the rule with influenza, which one in ten has in a year; one in four has a stomach bug.
Assumptions of common size: the evidence file is silent on them.
"""

from dataclasses import dataclass
from random import Random

COLDS_A_YEAR = 2.5
FLU_A_YEAR = 0.10
STOMACH_A_YEAR = 0.25
WINTER, SUMMER = 1.6, 0.4


@dataclass(frozen=True, slots=True)
class Ill:
    """One day of an illness."""

    symptoms: tuple[str, ...]
    celsius: float


def draw(random: Random, first_day: int, last_day: int) -> dict[int, Ill]:
    """By day, how ill the patient is; half of the courses begin in autumn."""
    starts_in_autumn = random.random() < 0.5
    days: dict[int, Ill] = {}
    for day in range(first_day, last_day + 1):
        cold_half = starts_in_autumn == (day <= 120)
        season = (WINTER if cold_half else SUMMER) / 365
        chance = random.random()
        if chance < COLDS_A_YEAR * season:
            _cold(days, day, random)
        elif chance < (COLDS_A_YEAR + FLU_A_YEAR) * season:
            _flu(days, day, random)
        elif chance < (COLDS_A_YEAR + FLU_A_YEAR) * season + STOMACH_A_YEAR / 365:
            _stomach(days, day, random)
    return days


def _cold(days: dict[int, Ill], first: int, random: Random) -> None:
    warm = random.random()
    for day in range(first, first + random.randint(4, 9)):
        celsius, symptoms = random.gauss(36.8, 0.25), ("cold_symptoms",)
        if day - first <= 2 and warm < 0.12:
            celsius, symptoms = random.gauss(38.2, 0.3), ("cold_symptoms", "feverish")
        elif day - first <= 2 and warm < 0.35:
            celsius, symptoms = random.gauss(37.4, 0.3), ("cold_symptoms", "feverish")
        days[day] = Ill(symptoms, celsius)


def _flu(days: dict[int, Ill], first: int, random: Random) -> None:
    chills = random.random() < 0.15
    for day in range(first, first + random.randint(6, 10)):
        symptoms = ("cold_symptoms",)
        celsius = random.gauss(37.0, 0.2)
        if day - first <= 3:
            celsius = random.gauss(38.7, 0.5)
            symptoms = ("cold_symptoms", "feverish")
            if chills and day == first:
                symptoms += ("shaking_chills",)
        days[day] = Ill(symptoms, celsius)


def _stomach(days: dict[int, Ill], first: int, random: Random) -> None:
    fever = random.random() < 0.2
    for day in range(first, first + random.randint(1, 3)):
        celsius = random.gauss(38.2, 0.3) if fever else random.gauss(36.8, 0.2)
        days[day] = Ill(("vomiting", "feverish") if fever else ("vomiting",), celsius)
