"""The rules of a rule set as people read them, with the thresholds each one uses."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any
from urllib.parse import urlencode

from tracker.clinical.levels import Level
from tracker.clinical.triage.descriptions import levels_of, shown
from tracker.clinical.triage.parameters import THRESHOLDS, Parameters
from tracker.clinical.triage.rulesets import CURRENT, RULESETS, RuleSet
from tracker.clinical.triage.threshold_words import THRESHOLD_WORDS


@dataclass(frozen=True, slots=True)
class ThresholdLine:
    """One threshold. `home` is the rule that shows it; others only name it."""

    name: str
    label: str
    unit: str
    value: float
    released: float
    low: float
    high: float
    source: str

    @property
    def is_moved(self) -> bool:
        return self.value != self.released

    @property
    def is_level(self) -> bool:
        """Whether its values are levels rather than numbers."""
        return self.name.endswith("_level")

    @property
    def value_words(self) -> str:
        return shown(self.name, self.value)

    @property
    def released_words(self) -> str:
        return shown(self.name, self.released)

    @property
    def bounds(self) -> str:
        """The lowest and the highest value a clinic may set, in words."""
        return f"{shown(self.name, self.low)} to {shown(self.name, self.high)}"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule. `elsewhere`: thresholds it shares, with the rule that shows them."""

    id: str
    title: str
    looks_for: str
    levels: tuple[Level, ...]
    source: str
    thresholds: list[ThresholdLine]
    elsewhere: list[tuple[str, str]]

    @property
    def is_moved(self) -> bool:
        return any(threshold.is_moved for threshold in self.thresholds)


def rule_lines(ruleset: RuleSet) -> list[RuleLine]:
    """Every rule of entries and of days without one, each once, in order."""
    released = RULESETS[ruleset.version].parameters
    homes: dict[str, str] = {}
    lines = []
    for rule_id in _ids(ruleset):
        description = ruleset.descriptions[rule_id]
        own = [
            n for n in description.thresholds if homes.setdefault(n, rule_id) == rule_id
        ]
        lines.append(
            RuleLine(
                id=rule_id,
                title=description.title,
                looks_for=description.with_values(ruleset.parameters),
                levels=tuple(x for x in levels_of(rule_id) if x > Level.NONE),
                source=description.source,
                thresholds=[threshold(n, ruleset.parameters, released) for n in own],
                elsewhere=[
                    (THRESHOLD_WORDS[n][0], homes[n])
                    for n in description.thresholds
                    if n not in own
                ],
            )
        )
    return lines


def threshold(name: str, held: Parameters, released: Parameters) -> ThresholdLine:
    """One threshold with its value and everything a reader needs to judge it."""
    low, high, source = THRESHOLDS[name]
    label, unit = THRESHOLD_WORDS[name]
    value, before = getattr(held, name), getattr(released, name)
    return ThresholdLine(name, label, unit, value, before, low, high, source)


def differences(old: RuleSet, new: RuleSet) -> list[ThresholdLine]:
    """The thresholds that differ, `released` being the old value."""
    return [
        threshold(name, new.parameters, old.parameters)
        for name in THRESHOLDS
        if getattr(new.parameters, name) != getattr(old.parameters, name)
    ]


@dataclass(frozen=True, slots=True)
class RewrittenRule:
    """A rule that another version reads otherwise, in words before and after."""

    id: str
    title: str
    before: str
    after: str


def rewritten(old: RuleSet, new: RuleSet) -> list[RewrittenRule]:
    """The rules of which the two versions give another account, in order."""
    if old.version == new.version:
        return []
    return [
        RewrittenRule(
            rule_id,
            words.title,
            old.descriptions[rule_id].with_values(old.parameters),
            words.with_values(new.parameters),
        )
        for rule_id, words in new.descriptions.items()
        if words != old.descriptions[rule_id]
    ]


def newer_than(ruleset: RuleSet) -> str:
    """The current version where this one is an older one, else nothing."""
    return "" if ruleset.version == CURRENT else CURRENT


@dataclass(frozen=True, slots=True)
class ApprovalLine:
    """One approval with what it moved, and the query that asks for the same again.

    Its version or a threshold may be gone: it is shown all the same, as unreadable.
    """

    approval: Any
    moved: list[ThresholdLine]
    query: str
    is_readable: bool = True


def approval_line(approval: Any) -> ApprovalLine:
    """An approval as the list of them shows it."""
    try:
        released = RULESETS[approval.version]
        held = released.with_parameters(**approval.parameters)
    except (KeyError, TypeError, ValueError):
        return ApprovalLine(approval, [], "", is_readable=False)
    chosen = {"version": approval.version, **approval.parameters}
    return ApprovalLine(approval, differences(released, held), urlencode(chosen))


def _ids(ruleset: RuleSet) -> Iterable[str]:
    return dict.fromkeys(
        rule_id for rule_id, _ in chain(ruleset.rules, ruleset.day_rules)
    )
