"""The answers of one entry as lines a clinician reads (pure)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.clinical.answers import Answers
from tracker.clinical.context import MEDICINE_HELPED, MEDICINES, TRIGGERS
from tracker.clinical.symptoms import SYMPTOMS, Change

if TYPE_CHECKING:
    from tracker.models import CheckIn

_ALARMING = (Change.NEW, Change.WORSE)


@dataclass(frozen=True, slots=True)
class AnswerLine:
    label: str
    value: str
    stands_out: bool = False


def of_check_in(check_in: CheckIn) -> list[AnswerLine]:
    """New and worse symptoms first; questions left open are left out."""
    answers = Answers.from_json(check_in.answers)
    lines = [*_symptoms(answers), *_numbers(answers), *_context(answers)]
    return sorted(lines, key=lambda line: not line.stands_out)


def _symptoms(answers: Answers) -> list[AnswerLine]:
    if answers.symptoms is None:
        return [AnswerLine("Symptoms", "not asked")]
    if not answers.symptoms:
        return [AnswerLine("Symptoms", "none of these")]
    return [
        AnswerLine(SYMPTOMS[code].label, change.value, change in _ALARMING)
        for code, change in answers.symptoms
    ]


def _numbers(answers: Answers) -> list[AnswerLine]:
    rows = (
        ("Pain, 24 hours", answers.pain, " of 10"),
        ("Mobility", answers.mobility, " of 10"),
        ("Temperature", answers.temperature_c, " °C"),
        ("Walked", answers.walk_minutes, " min"),
        ("Slept", answers.sleep_hours, " h"),
        ("Weight", answers.weight_kg, " kg"),
    )
    return [
        AnswerLine(label, f"{value:g}{unit}")
        for label, value, unit in rows
        if value is not None
    ]


def _context(answers: Answers) -> list[AnswerLine]:
    lines = []
    if answers.medicines_taken:
        taken = ", ".join(MEDICINES[code] for code in answers.medicines_taken)
        lines.append(AnswerLine("Medicine taken", taken))
    if answers.medicine_helped:
        helped = MEDICINE_HELPED[answers.medicine_helped]
        lines.append(AnswerLine("Medicine helped", helped))
    if answers.trigger:
        lines.append(AnswerLine("Last three days", TRIGGERS[answers.trigger]))
    if answers.note:
        lines.append(AnswerLine("Note", answers.note))
    return lines
