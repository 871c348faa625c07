"""How pain goes from the week before the procedure to half a year after it.

Means and spreads are those of the evidence file, section 3.3, on a scale of 0 to 100.
Where a paper prints no spread, that of the trial which prints one is taken (Noriega
2017). Baseline and visit are correlated by a half, visits among themselves by 0.8, so
that some people end worse than they began, as in those trials.
"""

from dataclasses import dataclass
from random import Random

# People, baseline, then (day, mean) of the visits.
PUBLISHED = (
    (12, 67.0, ((91, 43.0), (182, 40.0))),  # Noriega 2017, donor cells
    (12, 62.0, ((91, 47.0), (182, 47.0))),  # Noriega 2017, control
    (10, 68.9, ((91, 26.5), (182, 21.6))),  # Orozco 2011
    (26, 79.3, ((91, 29.2), (182, 26.3))),  # Pettine 2015
    (33, 82.2, ((30, 33.1), (91, 25.7), (182, 20.3))),  # Lewandrowski 2023
    (32, 54.0, ((182, 42.0), (365, 30.0))),  # Haines 2022; half way is ours
    (24, 54.8, ((182, 16.0),)),  # VAST pilot 2020, disc allograft
    (8, 55.3, ((182, 41.0),)),  # VAST pilot 2020, saline
)
SPREAD_BEFORE, SPREAD_AFTER = 26.0, 29.0
WITH_BASELINE, BETWEEN_VISITS = 0.5, 0.8
LOWEST, HIGHEST = 30.0, 95.0
"""People with less pain are not treated; trials ask for 40 or more."""

RELIEF_STARTS = (7, 21)
"""Relief often starts about day 21, with some within the first weeks."""

# Chance, extra pain, days: section 3.2. Most are sore for 2 to 3 days, some for 4 after
# a disc puncture or for a week; 3 of 33 had more pain, 1 of 33 severe pain for a day.
FLARES = (
    (0.30, (0.0, 0.5), (1, 2)),
    (0.35, (0.5, 2.0), (2, 3)),
    (0.15, (1.0, 2.0), (4, 4)),
    (0.08, (0.5, 2.0), (5, 7)),
    (0.03, (3.5, 5.0), (1, 1)),
    (0.05, (0.3, 1.0), (8, 14)),
    (0.04, (2.0, 3.5), (2, 4)),
)
ROOM = 5.0
"""A flare takes its full size where the scale has this much room above the baseline."""

BAD_SPELL_EVERY = 60
"""Mean days between spells of one to four worse days: back pain comes and goes."""

TRIGGERS = (
    ("lift", "physical_therapy", "travel", "other", "fall"),
    (0.35, 0.30, 0.15, 0.16, 0.04),
)
"""What is named as the reason of a bad spell, where one is named."""


@dataclass(frozen=True, slots=True)
class PainCourse:
    """The mean of each day, without and with that day's own ups and downs."""

    baseline: float
    first_day: int
    trend: tuple[float, ...]
    felt: tuple[float, ...]
    triggers: dict[int, str]
    spells: frozenset[int]

    def on(self, day: int) -> float:
        """What is felt on a day, on a scale of 0 to 10, not yet rounded."""
        return self.felt[day - self.first_day]

    def trend_on(self, day: int) -> float:
        """The course behind the days."""
        return self.trend[day - self.first_day]


def draw(random: Random, first_day: int, last_day: int) -> PainCourse:
    """A course of somebody without a complication."""
    baseline, visits = _visits(random)
    starts = random.randint(*RELIEF_STARTS)
    flare, flare_days = _flare(random)
    flare *= min(1.0, (10 - baseline) / ROOM)
    unrest, swing = random.uniform(0.4, 1.2), 0.0
    spell_until, spell, triggers = first_day, 0.0, {}
    trend, felt, spells = [], [], []
    for day in range(first_day, last_day + 1):
        mean = _mean_on(day, baseline, visits, starts)
        if 0 <= day < flare_days:
            mean += flare
        trend.append(mean)
        if random.random() < 1 / BAD_SPELL_EVERY and day > flare_days:
            spell, spell_until = random.uniform(1.0, 3.0), day + random.randint(0, 3)
            if random.random() < 0.6:
                triggers[day] = random.choices(*TRIGGERS)[0]
        if day <= spell_until:
            mean += spell
            spells.append(day)
        # Today is a little like yesterday.
        swing = 0.4 * swing + random.gauss(0, unrest * 0.92)
        felt.append(min(10.0, max(0.0, mean + swing)))
    return PainCourse(
        baseline, first_day, tuple(trend), tuple(felt), triggers, frozenset(spells)
    )


def _visits(random: Random) -> tuple[float, tuple[tuple[int, float], ...]]:
    """Baseline and visits of one person, 0 to 10."""
    people = [study[0] for study in PUBLISHED]
    _, mean, means = random.choices(PUBLISHED, weights=people)[0]
    before = 0.0
    baseline = -1.0
    while not LOWEST <= baseline <= HIGHEST:
        before = random.gauss(0, 1)
        baseline = mean + SPREAD_BEFORE * before
    own = random.gauss(0, 1)
    visits = []
    for day, visit_mean in means:
        own = BETWEEN_VISITS * own + (1 - BETWEEN_VISITS**2) ** 0.5 * random.gauss(0, 1)
        z = WITH_BASELINE * before + (1 - WITH_BASELINE**2) ** 0.5 * own
        visits.append((day, min(100.0, max(0.0, visit_mean + SPREAD_AFTER * z)) / 10))
    return baseline / 10, tuple(visits)


def _flare(random: Random) -> tuple[float, int]:
    weights = [flare[0] for flare in FLARES]
    _, extra, days = random.choices(FLARES, weights=weights)[0]
    return random.uniform(*extra), random.randint(*days)


def _mean_on(
    day: int, baseline: float, visits: tuple[tuple[int, float], ...], starts: int
) -> float:
    before, value = starts, baseline
    if day <= starts:
        return baseline
    for visit, mean in visits:
        if day <= visit:
            return value + (mean - value) * (day - before) / (visit - before)
        before, value = visit, mean
    return value
