"""Precision and alert load as people read them."""

from dataclasses import dataclass
from decimal import Decimal

from tracker.clinical.alert_lifecycle import RESOLUTION_REASONS
from tracker.clinical.precision import AlertLoad, RulePrecision
from tracker.clinical.precision_words import share, title, wait


@dataclass(frozen=True, slots=True)
class Cost:
    id: str
    title: str
    count: int
    per_100: float
    is_over: bool


@dataclass(frozen=True, slots=True)
class LoadLine:
    """`costs` only where the load is over the budget."""

    load: AlertLoad
    is_over: bool
    costs: list[Cost]


@dataclass(frozen=True, slots=True)
class RuleLine:
    rule: RulePrecision
    title: str
    reasons: list[tuple[str, int]]
    share: str
    wait: str
    per_100: float


def load_line(load: AlertLoad, budget: Decimal) -> LoadLine:
    """A stretch of days against the budget, with the rules that use it up."""
    is_over = load.load > budget
    costs = [
        Cost(rule_id, title(rule_id), count, per_100, per_100 > budget)
        for rule_id, count, per_100 in load.costs
    ]
    return LoadLine(load, is_over, costs if is_over else [])


def rule_line(rule: RulePrecision, load: AlertLoad) -> RuleLine:
    """One rule of one version."""
    return RuleLine(
        rule,
        title(rule.rule_id),
        [(RESOLUTION_REASONS.get(r, r), n) for r, n in rule.reasons.most_common()],
        share(rule),
        wait(rule),
        load.per_100(load.spoke[rule.rule_id]),
    )
