"""How an invented patient's days go, drawn from published courses.

Pure: the same seed gives the same days. Means are those of the clinical evidence
file, section 3.3, on a scale of 0 to 100; where a paper prints no spread, the 26 to
30 of the trial that prints one is taken, as a share of the baseline.
"""

from dataclasses import dataclass, field
from random import Random
from typing import Any

# Baseline, its spread, then (day, mean) of the visits.
PUBLISHED = (
    # Noriega 2017, donor cells, 12 people.
    (67.0, 26.0, ((91, 43.0), (182, 40.0), (365, 47.0))),
    # Orozco 2011, own cells, 10 people.
    (68.9, 20.0, ((91, 26.5), (182, 21.6), (365, 20.0))),
    # Pettine 2015, bone-marrow concentrate, 26 people.
    (79.3, 15.0, ((91, 29.2), (182, 26.3), (365, 33.2))),
    # Lewandrowski 2023, donor cells, 33 people.
    (82.2, 12.0, ((30, 33.1), (91, 25.7), (182, 20.3), (365, 18.1))),
)
SPREAD_OF_SHARE = 0.28
LOWEST_BASELINE, HIGHEST_BASELINE = 4, 8
# The stored values of the five plain lines of the mobility question.
MOBILITY = (0, 2, 5, 8, 10)
# Relief before three weeks is not the rule (clinical evidence file, 3.3).
RELIEF_STARTS = 14


Day = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Course:
    """One person's way: baseline, and the share of it that is left on a day."""

    baseline: float
    visits: tuple[tuple[int, float], ...]
    flare: float
    flare_ends: int
    noise: float = 0.5
    known: tuple[str, ...] = field(default=())

    def pain_on(self, day: int, random: Random) -> int:
        """Pain 0 to 10 with a day's own ups and downs."""
        mean = self.baseline * self._share(day) + self._flare(day)
        return round(min(10, max(0, random.gauss(mean, self.noise))))

    def _share(self, day: int) -> float:
        before, left = RELIEF_STARTS, 1.0
        for visit, share in self.visits:
            if day <= visit:
                gone = max(0, day - before) / (visit - before)
                return left + (share - left) * gone
            before, left = visit, share
        return left

    def _flare(self, day: int) -> float:
        if not 0 <= day < self.flare_ends:
            return 0.0
        return self.flare * (1 - day / self.flare_ends)


def draw(random: Random) -> Course:
    """A course out of the published means and spreads."""
    mean, spread, visits = random.choice(PUBLISHED)
    baseline = random.gauss(mean, spread) / 10
    deviation = random.gauss(0, SPREAD_OF_SHARE)
    return Course(
        baseline=min(HIGHEST_BASELINE, max(LOWEST_BASELINE, baseline)),
        visits=tuple(
            (day, min(1.05, max(0.05, value / mean + deviation)))
            for day, value in visits
        ),
        flare=random.choice((0.0, 0.6, 1.2, 1.8)),
        flare_ends=random.choice((3, 4, 5)),
    )


def answers_on(course: Course, day: int, random: Random) -> Day:
    """A whole day's answers in the form that the API takes."""
    pain = course.pain_on(day, random)
    free = 10 - pain * 0.8 + random.gauss(0, 0.6)
    answers: Day = {
        "pain": pain,
        "mobility": min(MOBILITY, key=lambda value: abs(value - free)),
        "walk_minutes": max(0, round(random.gauss(10 + day * 0.5 + free, 4))),
        "sleep_hours": round(
            min(9.0, max(3.0, random.gauss(7.2 - pain * 0.2, 0.5))), 1
        ),
        "symptoms": [{"code": code, "change": "same"} for code in course.known]
        + _needle_site(day),
        "medicines_taken": ["paracetamol"] if pain >= 5 else [],
        "medicine_helped": "yes" if pain >= 5 else "none_taken",
    }
    if 0 <= day <= 14:
        celsius = min(37.2, random.gauss(36.6, 0.2))
        answers["temperature"] = {"value": f"{celsius:.1f}", "unit": "C"}
    return answers


def _needle_site(day: int) -> list[dict[str, str]]:
    """Soreness in the first days is expected: new, then going away."""
    if day == 1:
        return [{"code": "site_soreness", "change": "new"}]
    if 2 <= day <= 4:
        return [{"code": "site_soreness", "change": "better"}]
    return []
