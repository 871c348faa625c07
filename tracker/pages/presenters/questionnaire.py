"""A questionnaire in the order a person meets it, and its answers in words (pure)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.clinical.proms.answer_words import answer_words
from tracker.clinical.proms.condition import Answer
from tracker.clinical.proms.instrument import Instrument
from tracker.clinical.proms.item import Item
from tracker.queries import speech

REVIEW = "review"
"""Where the questions end: everything once more before it is sent."""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    code: str
    text: str
    answer: str
    is_missing: bool
    # Why it could not be sent like this.
    error: str = ""


def steps(
    instrument: Instrument,
    answers: Mapping[str, Answer],
    known: Mapping[str, Answer] | None = None,
) -> list[Item]:
    """The questions to ask. What is known from an earlier time is not asked again."""
    return [
        item
        for item in instrument.shown(answers)
        if item.is_question and item.code not in (known or {})
    ]


def first_open(asked: Sequence[Item], answers: Mapping[str, Answer]) -> str:
    """Where to go on: the first question without an answer."""
    return next((item.code for item in asked if item.code not in answers), REVIEW)


def beside(asked: Sequence[Item], code: str, step: int) -> str:
    """The question before (-1) or after (1) this one; the review is after the last.

    From a question that an answer has hidden meanwhile the way leads to the review.
    """
    codes = [item.code for item in asked]
    place = codes.index(code) + step if code in codes else len(codes)
    return codes[max(place, 0)] if place < len(codes) else REVIEW


def lead_in(instrument: Instrument, answers: Mapping[str, Answer], code: str) -> str:
    """The text that stands between the question before and this one."""
    texts: list[str] = []
    for item in instrument.shown(answers):
        if item.code == code:
            break
        texts = [] if item.is_question else [*texts, item.text]
    return "\n".join(texts)


def named(
    instrument: Instrument, answers: Mapping[str, Answer], item: Item
) -> list[str]:
    """What the person called the thing that this question is about."""
    if item.show_if is None:
        return []
    return [
        str(answers[code])
        for code in item.show_if.codes
        if code != item.code
        and code in answers
        and instrument.item(code).kind == "text"
    ]


def review(
    instrument: Instrument,
    answers: Mapping[str, Answer],
    asked: Sequence[Item],
    errors: Mapping[str, str],
) -> list[ReviewLine]:
    """Every question with its answer, missing ones named."""
    return [
        ReviewLine(
            item.code,
            ", ".join([item.text, *named(instrument, answers, item)]),
            answer_words(item, answers.get(item.code), speech.current()),
            item.required and item.code not in answers,
            errors.get(item.code, ""),
        )
        for item in asked
    ]
