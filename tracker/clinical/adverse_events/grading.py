"""Suggest a grade from structured answers; the clinician decides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracker.clinical.adverse_events.questions import QUESTIONS
from tracker.clinical.adverse_events.terms import Term
from tracker.clinical.adverse_events.vocabulary import SERIOUSNESS

Answers = Mapping[str, str | float]
"""Codes of QUESTIONS and numbers of MEASURES; what was not answered is missing."""

_BY_SERIOUSNESS = {"death": 5, "life_threatening": 4, "admission": 3}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A grade, and the answer that leads to it."""

    grade: int
    reason: str


def suggest_grade(
    term: Term, answers: Answers, seriousness: frozenset[str] = frozenset()
) -> Suggestion | None:
    """The highest grade that an answer means; None where the answers do not say."""
    found = [
        *_of_seriousness(seriousness),
        *_of_questions(term, answers),
        *_of_measures(term, answers),
    ]
    return max(found, key=lambda one: one.grade, default=None)


def _of_seriousness(seriousness: frozenset[str]) -> Iterator[Suggestion]:
    for code, grade in _BY_SERIOUSNESS.items():
        if code in seriousness:
            yield Suggestion(grade, SERIOUSNESS[code])


def _of_questions(term: Term, answers: Answers) -> Iterator[Suggestion]:
    for name, grades in term.graded_by.items():
        answer = answers.get(name)
        if answer in grades:
            question = QUESTIONS[name]
            words = question.answers[str(answer)]
            yield Suggestion(grades[str(answer)], f"{question.label}: {words}")


def _of_measures(term: Term, answers: Answers) -> Iterator[Suggestion]:
    if "temperature_c" in term.measured_by and "temperature_c" in answers:
        yield from _fever(
            float(answers["temperature_c"]), float(answers.get("hours_above_40", 0))
        )
    if "weight_lost_percent" in term.measured_by and "weight_lost_percent" in answers:
        yield from _weight_loss(float(answers["weight_lost_percent"]))


def _fever(celsius: float, hours_above_40: float) -> Iterator[Suggestion]:
    reason = f"Highest temperature {celsius:.1f} °C"
    if celsius > 40 and hours_above_40 > 24:
        yield Suggestion(4, f"{reason}, above 40 °C for {hours_above_40:g} hours")
    elif celsius > 40:
        yield Suggestion(3, reason)
    elif celsius > 39:
        yield Suggestion(2, reason)
    elif celsius >= 38:
        yield Suggestion(1, reason)


def _weight_loss(percent: float) -> Iterator[Suggestion]:
    reason = f"Weight lost: {percent:g} %"
    if percent >= 20:
        yield Suggestion(3, reason)
    elif percent >= 10:
        yield Suggestion(2, reason)
    elif percent >= 5:
        yield Suggestion(1, reason)
