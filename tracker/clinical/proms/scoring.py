"""How each questionnaire is counted, and what it must look like for that.

A missing answer is never a zero, with one exception that its authors made: a
Roland-Morris sentence that is not ticked, on a form that somebody did fill in.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tracker.clinical.proms import counting
from tracker.clinical.proms.instrument import Answer, Instrument, Item
from tracker.clinical.proms.score import FEEDS, Score
from tracker.clinical.proms.shape import SELF_HARM, Shape

__all__ = [
    "CHANGES",
    "FEEDS",
    "SCORINGS",
    "ImportantChange",
    "Score",
    "Scoring",
    "problems_with",
]


@dataclass(frozen=True, slots=True)
class Scoring:
    """A way to count; `shape` says what it needs of a questionnaire."""

    code: str
    title: str
    score: Callable[[Instrument, Mapping[str, Answer]], Score]
    shape: Shape | None = None

    def counted(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """The questions that count, in order."""
        return () if self.shape is None else self.shape.counted(items)


@dataclass(frozen=True, slots=True)
class ImportantChange:
    """The least change that matters: points, or a share of the first score."""

    points: float | None
    share: float | None
    source: str


_ZERO_TO_TEN = Shape(3, ("scale", "choice"), 0, 10)
_FOUR_OF_MOOD = Shape(4, ("scale", "choice"), 0, 3)

_ALL = (
    Scoring(
        "impact_mean", "Mean of three, 0 to 10", counting.impact_mean, _ZERO_TO_TEN
    ),
    Scoring("mood", "Worry and low mood, 0 to 12", counting.mood, _FOUR_OF_MOOD),
    Scoring(
        "global_change",
        "Change since the procedure, 1 to 7",
        counting.global_change,
        Shape(1, ("scale", "choice"), 1, 7),
    ),
    Scoring(
        "sane",
        "How normal, 0 to 100",
        counting.single,
        Shape(1, ("scale", "number"), 0, 100),
    ),
    Scoring(
        "psfs_mean",
        "Mean of the patient's own activities, 0 to 10",
        counting.psfs_mean,
        Shape(3, ("scale",), 0, 10, conditional=True),
    ),
    Scoring("PEG", "PEG, mean 0 to 10", counting.peg, _ZERO_TO_TEN),
    Scoring(
        "RMDQ-24",
        "Roland-Morris, 0 to 24",
        counting.rmdq,
        Shape(24, ("tick", "yes_no")),
    ),
    Scoring(
        "PHQ-2", "PHQ-2, 0 to 6", counting.phq2, Shape(2, ("scale", "choice"), 0, 3)
    ),
    Scoring("PHQ-4", "PHQ-4, 0 to 12", counting.phq4, _FOUR_OF_MOOD),
    Scoring(
        "ODI",
        "Oswestry, 0 to 100 %",
        counting.odi,
        Shape(10, ("scale", "choice"), 0, 5),
    ),
    Scoring("none", "Not counted", counting.nothing),
)

SCORINGS: Mapping[str, Scoring] = MappingProxyType({one.code: one for one in _ALL})

CHANGES: Mapping[str, ImportantChange] = MappingProxyType(
    {
        "PEG": ImportantChange(None, 0.3, "30 %: Krebs 2009 and follow-ups"),
        "RMDQ-24": ImportantChange(5, 0.3, "5 points or 30 %: Ostelo 2008"),
        "ODI": ImportantChange(10, 0.3, "10 points or 30 %: Ostelo 2008"),
        "psfs_mean": ImportantChange(2, None, "2 points are real: Stratford 1995"),
    }
)
"""Only where one is published. Our own questionnaires have none."""


def problems_with(instrument: Instrument, scoring: str) -> tuple[str, ...]:
    """Sentences that say why a questionnaire cannot be counted so; none if it can."""
    if scoring not in SCORINGS:
        return (f"The scoring is one of {', '.join(SCORINGS)}.",)
    for item in instrument.items:
        if item.code == SELF_HARM and item.kind != "yes_no":
            return (f'The question "{SELF_HARM}" is answered by yes or no.',)
    shape = SCORINGS[scoring].shape
    return () if shape is None else shape.problems_with(instrument, scoring)
