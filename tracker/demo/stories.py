"""The demo patients whose days say something in particular."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from tracker.demo.courses import Course, Day


def _as_drawn(course: Course) -> Course:
    return course


def _unchanged(day: int, today: int, answers: Day) -> Day | None:
    return answers


@dataclass(frozen=True, slots=True)
class Story:
    """What differs from a course as it was drawn.

    `tell` changes a day's answers, or says None where nothing was written.
    `minutes_ago` is when today's entry came; `is_owned` says that its alert was taken.
    """

    course: Callable[[Course], Course] = _as_drawn
    tell: Callable[[int, int, Day], Day | None] = _unchanged
    facts: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    is_owned: bool = False
    minutes_ago: int | None = None
    can_sign_in: bool = True


def _symptoms(*codes: str) -> list[dict[str, str]]:
    return [{"code": code, "change": "new"} for code in codes]


def _reports(*codes: str, pain: int) -> Callable[[int, int, Day], Day]:
    """Days as drawn, and something new today."""

    def tell(day: int, today: int, answers: Day) -> Day:
        if day < today:
            return answers
        return answers | {"pain": pain, "symptoms": _symptoms(*codes)}

    return tell


def _fever(first: int) -> Callable[[int, int, Day], Day]:
    """Relief, then pain that climbs, then a fever: an infection until excluded."""

    def tell(day: int, today: int, answers: Day) -> Day:
        left = first - day
        if 5 < left <= 14:
            eased = max(2, answers["pain"] - (14 - left))
            return answers | {"pain": eased}
        if 0 < left <= 5:
            return answers | {"pain": 2 + max(0, 4 - left), "symptoms": []}
        if left:
            return answers
        return answers | {
            "pain": 7,
            "mobility": 2,
            "temperature": {"value": "38.4", "unit": "C"},
            "symptoms": _symptoms("feverish", "night_sweats"),
        }

    return tell


def _falls_silent(after: int) -> Callable[[int, int, Day], Day | None]:
    def tell(day: int, today: int, answers: Day) -> Day | None:
        return answers if day <= after else None

    return tell


def _slow(course: Course) -> Course:
    return replace(course, baseline=7.0, visits=((365, 0.97),), noise=0.3)


def _flaring(course: Course) -> Course:
    return replace(course, baseline=6.0, flare=3.0, flare_ends=6, noise=0.2)


def _as_before(course: Course) -> Course:
    known = ("numbness_one_leg", "leg_pain_one_side")
    return replace(
        course, baseline=8.0, visits=((91, 0.95),), flare=0.0, noise=0.3, known=known
    )


STORIES: Mapping[str, Story] = {
    # Signs of cauda equina syndrome, minutes ago, and nobody has taken it yet.
    "Ana Ruiz": Story(
        tell=_reports("urine_hesitancy", "saddle_numbness", pain=7), minutes_ago=4
    ),
    "Pat Alvarez": Story(),
    "Quin Vogel": Story(),
    "Marcus Okoro": Story(course=_flaring),
    # Numb and in pain since before the procedure, and no worse: nothing to report.
    "June Lind": Story(
        course=_as_before, known=("numbness_one_leg", "leg_pain_one_side")
    ),
    "Hana Kim": Story(tell=_reports("numbness_one_leg", pain=6), minutes_ago=41),
    "Sam Whitaker": Story(tell=_reports("hives", pain=5), minutes_ago=190),
    "Rosa Delgado": Story(course=_slow),
    "Theo Grant": Story(tell=_falls_silent(after=15)),
    "Ines Moreau": Story(
        tell=_fever(first=19),
        facts=("diabetes",),
        is_owned=True,
        minutes_ago=95,
    ),
    "Tess Morgan": Story(can_sign_in=False),
    "Heike Lorenz": Story(tell=_fever(first=12)),
    "Elif Yilmaz": Story(tell=_falls_silent(after=12)),
    "Kemal Aydin": Story(
        tell=_reports("site_spreading_redness", pain=6), minutes_ago=50
    ),
    "Otto Reimann": Story(course=_slow),
    "Xenia Moser": Story(can_sign_in=False),
}
"""By name; everybody else lives the course that was drawn for them."""
