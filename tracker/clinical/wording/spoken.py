"""The plan and the questionnaires in a language, ready to be shown."""

from dataclasses import replace
from typing import Any

from tracker.clinical.proms.definitions import OWN_INSTRUMENTS
from tracker.clinical.proms.instrument import Instrument
from tracker.clinical.proms.item import Item, Option
from tracker.clinical.protocol import Instruction, Milestone, Phase, Protocol
from tracker.clinical.wording.en import ITEM_TEXTS
from tracker.clinical.wording.languages import ENGLISH
from tracker.clinical.wording.say import say, say_own


def plan_in(plan: Protocol, language: str) -> Protocol:
    """The plan with our own sentences translated, and a clinic's as it wrote them."""
    if language == ENGLISH:
        return plan
    return replace(
        plan,
        phases=tuple(phase_in(phase, language) for phase in plan.phases),
        milestones=tuple(_milestone(one, language) for one in plan.milestones),
        instructions=tuple(_instruction(one, language) for one in plan.instructions),
    )


def phase_in(phase: Phase, language: str) -> Phase:
    """A phase, also one that stands for the days outside the plan."""
    start = f"phase.{phase.code}"
    return replace(
        phase,
        title=say_own(f"{start}.title", phase.title, language),
        what_to_expect=say_own(
            f"{start}.what_to_expect", phase.what_to_expect, language
        ),
    )


def instrument_in(instrument: Instrument, language: str) -> Instrument:
    """One of our own questionnaires; one that a clinic brought stays as it is."""
    if language == ENGLISH or OWN_INSTRUMENTS.get(instrument.code) != instrument:
        return instrument
    start = f"questionnaire.{instrument.code}"
    return replace(
        instrument,
        title=say(f"{start}.title", language),
        intro=say(f"{start}.intro", language),
        items=tuple(
            _item(item, f"{start}.{item.code}", language) for item in instrument.items
        ),
        language=language,
    )


def _milestone(milestone: Milestone, language: str) -> Milestone:
    start = f"milestone.{milestone.code}"
    return replace(
        milestone,
        title=say_own(f"{start}.title", milestone.title, language),
        why=say_own(f"{start}.why", milestone.why, language),
    )


def _instruction(instruction: Instruction, language: str) -> Instruction:
    key = f"instruction.{instruction.code}.text"
    return replace(instruction, text=say_own(key, instruction.text, language))


def _item(item: Item, start: str, language: str) -> Item:
    texts: dict[str, Any] = {
        name: say(f"{start}.{name}", language)
        for name in ITEM_TEXTS
        if getattr(item, name)
    }
    options = tuple(
        _option(option, f"{start}.option.{option.value}", language)
        for option in item.options
    )
    return replace(item, **texts, options=options)


def _option(option: Option, key: str, language: str) -> Option:
    return replace(option, label=say(key, language))
