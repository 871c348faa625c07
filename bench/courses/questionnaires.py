"""The scores of questionnaires, which come beside the check-ins.

PEG once a week, Roland-Morris at 2, 6 and 13 weeks, PHQ-4 at the last two. Three
reminders go out, so that most are answered within five days.
"""

from random import Random
from typing import Any

from bench.courses.cadence import FIRST_DAY
from bench.courses.pain import PainCourse
from bench.courses.people import Person

FUNCTION = (FIRST_DAY, 14, 42, 91)
MOOD = (42, 91)
ANSWERED = 0.85
LATEST = 5

FALSELY_LOW_MOOD = 0.08
"""PHQ-2 of 3 or more without depression: specificity 92 % (Arroll 2010)."""

Scores = dict[str, Any]


def answered(
    who: Person, course: PainCourse, random: Random, last_day: int
) -> dict[int, Scores]:
    """By day, the scores that came in."""
    days: dict[int, Scores] = {}
    for due in range(FIRST_DAY, last_day + 1, 7):
        if random.random() < ANSWERED:
            _peg(days, due, course, random)
    for due in FUNCTION:
        if random.random() < ANSWERED:
            day = min(last_day, due + random.randint(0, LATEST))
            _roland_morris(days.setdefault(day, {}), day, who, course, random)
            if due in MOOD:
                _mood(days[day], random)
    return days


def _peg(days: dict[int, Scores], day: int, course: PainCourse, random: Random) -> None:
    # Three items of 0 to 10; the mean of three is steadier than one.
    score = course.trend_on(day) + random.gauss(0, 0.7)
    days[day] = {"peg_score": round(min(10, max(0, score)) * 3) / 3}


def _roland_morris(
    scores: Scores, day: int, who: Person, course: PainCourse, random: Random
) -> None:
    share = course.trend_on(day) / who.baseline
    score = who.roland_morris * share + random.gauss(0, 1.5)
    scores["rmdq_total"] = round(min(24, max(0, score)))


def _mood(scores: Scores, random: Random) -> None:
    low = random.random() < FALSELY_LOW_MOOD
    phq2 = random.choice((3, 4)) if low else random.choice((0, 0, 1, 1, 2))
    scores["phq2_total"] = phq2
    scores["phq4_total"] = phq2 + random.choice((0, 0, 1, 1, 2, 3))
    if low:
        scores["self_harm"] = False
