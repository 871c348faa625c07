"""What a clinic is asked to look at twice in its own plan."""

from dataclasses import replace

import pytest

from tests.unit.tracker.clinical.education.builders import ASKING
from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.clinical.education.plan_cautions import of_plan
from tracker.clinical.education.situation import Situation
from tracker.clinical.protocol import AFTER, BEFORE

PAINKILLER = "Take ibuprofen if it hurts."


def plan_with(kind, place, **words):
    rows = list(getattr(DEFAULT_PROTOCOL, kind))
    rows[place] = replace(rows[place], **words)
    return replace(DEFAULT_PROTOCOL, **{kind: tuple(rows)})


@pytest.mark.parametrize("comfort", [True, False])
def test_the_plan_that_clinics_start_from_needs_no_second_look(comfort):
    assert list(of_plan(DEFAULT_PROTOCOL, Situation(comfort, comfort, 42))) == []


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("phases", "title"),
        ("phases", "what_to_expect"),
        ("milestones", "title"),
        ("milestones", "why"),
        ("instructions", "text"),
    ],
)
def test_every_text_of_a_plan_is_looked_at(kind, name):
    (caution,) = of_plan(plan_with(kind, 0, **{name: PAINKILLER}), ASKING)

    field, words, sentence = caution
    assert (field, words) == (f"{kind}[0].{name}", PAINKILLER)
    assert "read before day 43" in sentence


@pytest.mark.parametrize(("days", "count"), [(13, 0), (14, 0), (15, 1), (42, 1)])
def test_an_anti_inflammatory_counts_inside_the_window_alone(days, count):
    plan = plan_with("phases", 1, what_to_expect=PAINKILLER)

    assert DEFAULT_PROTOCOL.phases[1].first_day == 15
    assert len(list(of_plan(plan, Situation(True, True, days)))) == count


@pytest.mark.parametrize(("phase", "count"), [(BEFORE, 1), (AFTER, 0)])
def test_an_instruction_is_read_in_its_phase(phase, count):
    plan = plan_with("instructions", 0, phase=phase.code, text=PAINKILLER)

    assert len(list(of_plan(plan, ASKING))) == count


def test_heat_and_promises_are_looked_at_in_every_phase():
    plan = plan_with("phases", -1, what_to_expect="A warm bath cures 80 % of us.")

    assert [sentence[:15] for _, _, sentence in of_plan(plan, ASKING)] == [
        "It sounds like ",
        "It speaks of he",
    ]
