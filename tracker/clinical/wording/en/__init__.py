"""The English texts by key: the original that every other language follows.

Most stand where the medicine stands: the rules' own words, the catalogue, the plan and
the questionnaires. Here they only get the keys under which they are translated.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from tracker.clinical.context import MEDICINE_HELPED, MEDICINES, TRIGGERS
from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.clinical.proms.definitions import OWN_INSTRUMENTS
from tracker.clinical.proms.item import Item
from tracker.clinical.protocol_parts import AFTER, BEFORE
from tracker.clinical.symptoms import SYMPTOMS
from tracker.clinical.triage.wording.table import WORDING
from tracker.clinical.wording.en.form import FORM

ITEM_TEXTS = ("text", "help", "low_label", "high_label")


def _texts() -> Iterator[tuple[str, str]]:
    for key, words in WORDING.items():
        yield f"advice.{key}.title", words.title
        yield f"advice.{key}.text", words.text
    for symptom in SYMPTOMS.values():
        yield f"symptom.{symptom.code}", symptom.label
        yield f"group.{symptom.group}", symptom.group
    yield from FORM.items()
    for part, choices in (
        ("medicine", MEDICINES),
        ("medicine_helped", MEDICINE_HELPED),
        ("trigger", TRIGGERS),
    ):
        yield from ((f"{part}.{code}", label) for code, label in choices.items())
    yield from _plan()
    yield from _questionnaires()


def _plan() -> Iterator[tuple[str, str]]:
    for phase in (BEFORE, *DEFAULT_PROTOCOL.phases, AFTER):
        yield f"phase.{phase.code}.title", phase.title
        yield f"phase.{phase.code}.what_to_expect", phase.what_to_expect
    for milestone in DEFAULT_PROTOCOL.milestones:
        yield f"milestone.{milestone.code}.title", milestone.title
        yield f"milestone.{milestone.code}.why", milestone.why
    for instruction in DEFAULT_PROTOCOL.instructions:
        yield f"instruction.{instruction.code}.text", instruction.text


def _questionnaires() -> Iterator[tuple[str, str]]:
    for instrument in OWN_INSTRUMENTS.values():
        start = f"questionnaire.{instrument.code}"
        yield f"{start}.title", instrument.title
        yield f"{start}.intro", instrument.intro
        for item in instrument.items:
            yield from _item(f"{start}.{item.code}", item)


def _item(start: str, item: Item) -> Iterator[tuple[str, str]]:
    for name in ITEM_TEXTS:
        if getattr(item, name):
            yield f"{start}.{name}", getattr(item, name)
    for option in item.options:
        yield f"{start}.option.{option.value}", option.label


TEXTS: Mapping[str, str] = MappingProxyType(dict(_texts()))
