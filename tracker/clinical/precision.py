"""How often a rule's alerts led somewhere, and how long they waited for an owner."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from statistics import median

from tracker.clinical.alert_lifecycle import RESOLUTION_REASONS
from tracker.clinical.levels import Level

USEFUL = frozenset(
    {"advice_given", "visit_booked", "sent_to_emergency", "adverse_event"}
)
"""Something was done for the patient. The other reasons say that nothing was due."""

assert set(RESOLUTION_REASONS) >= USEFUL

LEAST_RESOLVED = 5
"""Fewer closed alerts give a count and no percentage."""


@dataclass(frozen=True, slots=True)
class Handled:
    """One alert. `waited` for its first owner; `target` is how long it might.

    `resolution` is empty while it lives.
    """

    rule_id: str
    ruleset: str
    level: Level
    resolution: str
    waited: timedelta | None
    target: timedelta


@dataclass(slots=True)
class RulePrecision:
    """The alerts of one rule of one version."""

    rule_id: str
    ruleset: str
    opened: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    waits: list[timedelta] = field(default_factory=list)
    targets: set[timedelta] = field(default_factory=set)
    in_time: int = 0

    def take(self, alert: Handled) -> None:
        """Count one alert."""
        self.opened += 1
        self.targets.add(alert.target)
        if alert.resolution:
            self.reasons[alert.resolution] += 1
        if alert.waited is not None:
            self.waits.append(alert.waited)
            self.in_time += alert.waited <= alert.target

    @property
    def resolved(self) -> int:
        """How many are closed."""
        return self.reasons.total()

    @property
    def useful(self) -> int:
        """How many of the closed ones led to something."""
        return sum(self.reasons[reason] for reason in USEFUL)

    @property
    def precision(self) -> float | None:
        """The useful share of the closed ones; None where there are too few."""
        if self.resolved < LEAST_RESOLVED:
            return None
        return self.useful / self.resolved

    @property
    def median_wait(self) -> timedelta | None:
        """The median time to the first owner, of those that found one."""
        if not self.waits:
            return None
        return timedelta(seconds=median(w.total_seconds() for w in self.waits))

    @property
    def target(self) -> timedelta | None:
        """The time allowed, where it was the same for all of them."""
        return next(iter(self.targets)) if len(self.targets) == 1 else None


def by_rule(alerts: Iterable[Handled]) -> list[RulePrecision]:
    """One for each rule and version, the busiest first."""
    found: dict[tuple[str, str], RulePrecision] = {}
    for alert in alerts:
        key = (alert.rule_id, alert.ruleset)
        found.setdefault(key, RulePrecision(*key)).take(alert)
    return sorted(found.values(), key=lambda p: (-p.opened, p.rule_id, p.ruleset))


@dataclass(slots=True)
class AlertLoad:
    """Check-ins of some days, those at soon or above, and the rules that spoke there.

    `spoke` counts the check-ins in which a rule spoke at soon or above; one check-in
    may count for several rules.
    """

    days: int
    check_ins: int = 0
    alerts: int = 0
    spoke: Counter[str] = field(default_factory=Counter)

    def per_100(self, count: int) -> float:
        """A count for each 100 check-ins."""
        return round(100 * count / self.check_ins, 2) if self.check_ins else 0.0

    @property
    def load(self) -> float:
        """Check-ins at soon or above for each 100."""
        return self.per_100(self.alerts)

    @property
    def costs(self) -> list[tuple[str, int, float]]:
        """Rule, check-ins and how many per 100: the most expensive first."""
        ordered = sorted(self.spoke.items(), key=lambda item: (-item[1], item[0]))
        return [(rule_id, count, self.per_100(count)) for rule_id, count in ordered]
