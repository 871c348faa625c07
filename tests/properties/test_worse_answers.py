"""Triage: one answer worse, and the level stays or rises."""

from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.properties.examples import EXAMPLES
from tests.properties.histories import histories
from tests.properties.test_triage import level
from tracker.clinical.context import MEDICINES


@dataclass(frozen=True)
class Scale:
    """The answers to one question, mildest first.

    Before `from_day` an answer is what later ones are held against.
    """

    field: str
    answers: tuple[Any, ...]
    from_day: int = -5


SCALES = (
    Scale("mobility", tuple(range(10, -1, -1))),
    Scale("walk_minutes", tuple(range(90, -1, -1)), from_day=0),
    Scale("medicine_helped", ("yes", "no")),
    Scale("rmdq_total", tuple(range(25)), from_day=1),
    Scale("peg_score", tuple(tenths / 10 for tenths in range(101)), from_day=1),
    Scale("phq2_total", tuple(range(7))),
    Scale("self_harm", (False, True)),
    Scale("temperature_c", tuple(tenths / 10 for tenths in range(369, 339, -1))),
)


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.field)
@EXAMPLES
@given(history=histories(), data=st.data())
def test_worse_answer_never_lowers_the_level(scale, history, data):
    entry, earlier, profile = history
    if entry.day < scale.from_day:
        return
    places = st.integers(0, len(scale.answers) - 1)
    milder, worse = sorted((data.draw(places), data.draw(places)))

    before = replace(entry, **{scale.field: scale.answers[milder]})
    after = replace(entry, **{scale.field: scale.answers[worse]})

    assert level(after, earlier, profile) >= level(before, earlier, profile)


@EXAMPLES
@given(history=histories(), medicine=st.sampled_from(list(MEDICINES)))
def test_one_more_medicine_never_lowers_the_level(history, medicine):
    entry, earlier, profile = history
    taken = entry.medicines_taken or ()

    more = replace(entry, medicines_taken=tuple({*taken, medicine}))

    assert level(more, earlier, profile) >= level(entry, earlier, profile)
