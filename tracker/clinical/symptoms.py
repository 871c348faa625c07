"""Every symptom a patient can report, in catalogue order."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from tracker.clinical.symptom_catalogue import ASKS, GROUPS, TABLE


class Change(StrEnum):
    """How a symptom compares with the time before the procedure."""

    NEW = "new"
    WORSE = "worse"
    SAME = "same"
    BETTER = "better"


CHANGES: Mapping[str, Change] = MappingProxyType({c.value: c for c in Change})


@dataclass(frozen=True, slots=True)
class Symptom:
    """One line of the catalogue; the label is what the patient reads."""

    code: str
    label: str
    gate: bool
    acts_alone: bool
    group: str
    rules: tuple[str, ...]
    asks: tuple[str, ...]


_GROUP_OF = {code: group for group, codes in GROUPS.items() for code in codes.split()}


def _symptom(line: str) -> Symptom:
    code, asked, rules, label = (cell.strip() for cell in line.split("|"))
    return Symptom(
        code=code,
        label=label,
        gate=asked.startswith("G"),
        acts_alone=asked.endswith("!"),
        group=_GROUP_OF[code],
        rules=() if rules == "-" else tuple(rules.split()),
        asks=tuple(ASKS.get(code, "").split()),
    )


SYMPTOMS: Mapping[str, Symptom] = MappingProxyType(
    {s.code: s for s in map(_symptom, TABLE.strip().splitlines())}
)

ALWAYS_SHOWN: tuple[str, ...] = tuple(c for c, s in SYMPTOMS.items() if s.acts_alone)
"""Offered under "Report a symptom" on every day and in every phase."""


def gate_symptoms() -> tuple[Symptom, ...]:
    """The symptoms of the first screen of every entry, in catalogue order."""
    return tuple(symptom for symptom in SYMPTOMS.values() if symptom.gate)


def acting_alone() -> tuple[Symptom, ...]:
    """The symptoms that are an emergency by themselves when new or worse."""
    return tuple(symptom for symptom in SYMPTOMS.values() if symptom.acts_alone)
