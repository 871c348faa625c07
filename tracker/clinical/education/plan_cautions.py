"""What a clinic is asked to look at twice in the words of its own plan."""

from collections.abc import Iterator

from tracker.clinical.education import cautions
from tracker.clinical.education.situation import Situation
from tracker.clinical.protocol import AFTER, BEFORE, Protocol

Caution = tuple[str, str, str]
"""The field, the words in it, and what to look at."""


def of_plan(plan: Protocol, situation: Situation) -> Iterator[Caution]:
    """Every thing to look at, in the order of the plan; none of them stops it."""
    for field, words, from_day in _texts(plan):
        for sentence in cautions.of_words(words, from_day, situation):
            yield field, words, sentence


def _texts(plan: Protocol) -> Iterator[tuple[str, str, int]]:
    """What patients read, and from which day on."""
    begins = {phase.code: phase.first_day for phase in (BEFORE, *plan.phases, AFTER)}
    for n, phase in enumerate(plan.phases):
        yield f"phases[{n}].title", phase.title, phase.first_day
        yield f"phases[{n}].what_to_expect", phase.what_to_expect, phase.first_day
    for n, milestone in enumerate(plan.milestones):
        yield f"milestones[{n}].title", milestone.title, milestone.first_day
        yield f"milestones[{n}].why", milestone.why, milestone.first_day
    for n, line in enumerate(plan.instructions):
        yield f"instructions[{n}].text", line.text, begins[line.phase]
