"""What holds for this patient on a day: heat, cold, the time without some medicines."""

from dataclasses import dataclass

from tracker.clinical.education.card import Card, When
from tracker.clinical.protocol import Protocol

LONGEST_WINDOW = 42
"""Clinics ask for 2, 4 or 6 weeks; a plan that names no window gets the longest."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Heat and cold as the plan allows; the last day without anti-inflammatories."""

    heat_allowed: bool
    cold_allowed: bool
    medicine_window_ends: int

    @classmethod
    def of(cls, plan: Protocol, rules_window_ends: int) -> "Situation":
        """By the plan, and by the day to which the rules watch for such medicines.

        The later of the two ends holds: a card never says that the time is over while
        a rule would still speak.
        """
        ends = [m.last_day for m in plan.milestones if m.code == "medicine_window_over"]
        return cls(
            heat_allowed=plan.comfort.heat,
            cold_allowed=plan.comfort.cold,
            medicine_window_ends=max([*(ends or [LONGEST_WINDOW]), rules_window_ends]),
        )

    def allows(self, card: Card, day: int) -> bool:
        """Whether a card is for this day."""
        return card.from_day <= day <= card.to_day and self.holds(card, day)

    def holds(self, card: Card, day: int) -> bool:
        """Whether what a card says is so on this day, whatever its own days are."""
        is_inside = day <= self.medicine_window_ends
        return {
            When.ALWAYS: True,
            When.HEAT_ALLOWED: self.heat_allowed,
            When.HEAT_NOT_ALLOWED: not self.heat_allowed,
            When.COLD_ALLOWED: self.cold_allowed,
            When.COLD_NOT_ALLOWED: not self.cold_allowed,
            When.INSIDE_MEDICINE_WINDOW: is_inside,
            When.AFTER_MEDICINE_WINDOW: not is_inside,
        }[card.when]
