"""The thresholds of the rules, the bounds a clinic may move them in, their sources."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from types import MappingProxyType
from typing import Any

from tracker.clinical.field_error import FieldError


@dataclass(frozen=True, slots=True)
class Parameters:
    """Temperatures in Celsius, days since the procedure, pain in points of 0 to 10.

    Shares are parts of one.
    """

    fever_c: float = 38.0
    fever_at_risk_c: float = 37.8
    fever_risk_age: int = 75
    fever_last_day: int = 120
    low_temperature_c: float = 36.0
    warm_c: float = 37.5
    warm_repeated_c: float = 37.8
    warm_repeated_hours: int = 12
    work_up_rise: int = 2
    bleeding_last_day: int = 10
    bleeding_rise: int = 3
    bleeding_pain: int = 8
    relief: int = 2
    rebound: int = 3
    rebound_to_baseline: int = 2
    rebound_first_day: int = 5
    rebound_last_day: int = 120
    sustained_rise: int = 2
    sustained_first_day: int = 7
    site_first_day: int = 1
    hives_urgent_last_day: int = 3
    both_leg_pain_level: int = 4
    weight_loss_half_year: float = 0.05
    weight_loss_month: float = 0.02
    fracture_age: int = 70
    fracture_rise: int = 3
    severe_pain: int = 8
    severe_rise: int = 2
    severe_hours: int = 22
    headache_last_day: int = 14
    phq2_limit: int = 3
    phq4_limit: int = 6
    opioid_days: int = 7
    nsaid_last_day: int = 14
    not_settling_first_day: int = 4
    not_settling_last_day: int = 14
    not_settling_rise: int = 2
    worse_first_day: int = 15
    worse_rise: int = 2
    worse_share: float = 1.3
    worse_points: float = 1.5
    review_first_day: int = 42
    review_second_day: int = 84
    review_third_day: int = 182
    no_change_share: float = 0.9
    clear_share: float = 0.7
    function_first_day: int = 15
    function_rise: int = 2
    walk_minutes: int = 10
    rmdq_rise: int = 5
    rmdq_share: float = 0.3
    rmdq_least: int = 3
    peg_rise: int = 2
    silence_days_initial: int = 3
    silence_days_progressive: int = 7
    silence_days_weekly: int = 14
    silence_days_monthly: int = 35
    silence_rise: int = 2

    def as_json(self) -> dict[str, Any]:
        """The thresholds by name."""
        return asdict(self)

    def moved(self, **changes: float) -> "Parameters":
        """These thresholds with some moved; ParameterError outside the bounds."""
        for name, value in changes.items():
            if name not in THRESHOLDS:
                raise ParameterError(name, f"There is no threshold {name}.")
            low, high, _ = THRESHOLDS[name]
            if isinstance(value, bool) or not low <= value <= high:
                raise ParameterError(name, f"{name} lies between {low} and {high}.")
            if isinstance(getattr(self, name), int) and not isinstance(value, int):
                raise ParameterError(name, f"{name} is a whole number.")
        return replace(self, **changes)  # type: ignore[arg-type]

    def strict(self) -> "Parameters":
        """What decides on an emergency: the more sensitive of moved and released.

        A clinic may move a threshold for lower findings; no emergency goes with it.
        """
        released = Parameters()
        return replace(
            self,
            **{
                name: more_sensitive(getattr(self, name), getattr(released, name))
                for name, more_sensitive in SHARED_WITH_EMERGENCIES.items()
            },
        )


SHARED_WITH_EMERGENCIES: Mapping[str, Callable[[Any, Any], Any]] = MappingProxyType(
    {
        "fever_c": min,
        "fever_at_risk_c": min,
        "fever_risk_age": min,
        "fever_last_day": max,
        "relief": min,
        "rebound": min,
        "rebound_to_baseline": min,
        "rebound_first_day": min,
        "rebound_last_day": max,
        "sustained_rise": min,
        "sustained_first_day": min,
        "site_first_day": min,
        "headache_last_day": max,
    }
)
"""Thresholds of lower findings that also gate one of R09, R10, R19, R23 or R29.

Those of R08 and R10 alone move in the more sensitive direction only, by their bounds.
"""


class ParameterError(FieldError):
    """A threshold that does not exist or lies outside its bounds."""


THRESHOLDS: Mapping[str, tuple[float, float, str]] = MappingProxyType(
    {
        "fever_c": (37.5, 38.3, "100.4 to 100.5 F in hospital discharge sheets"),
        "fever_at_risk_c": (37.3, 38.0, "proposal; diabetes in 18 % of infections"),
        "fever_risk_age": (60, 90, "proposal"),
        "fever_last_day": (60, 365, "reported infections, day 5 to month 4"),
        "low_temperature_c": (36.0, 36.5, "NICE NG253 (sepsis, 16 and over)"),
        "warm_c": (37.2, 37.8, "proposal"),
        "warm_repeated_c": (37.5, 38.0, "proposal"),
        "warm_repeated_hours": (4, 24, "proposal"),
        "work_up_rise": (1, 3, "2 points matter: Ostelo 2008"),
        "bleeding_last_day": (10, 21, "haematoma at 6 hours, 7 and 8 days"),
        "bleeding_rise": (2, 3, "proposal; more than the 2 points of Ostelo 2008"),
        "bleeding_pain": (7, 8, "severe is 7 to 10: Serlin 1995"),
        "relief": (1, 3, "2 points matter: Ostelo 2008"),
        "rebound": (2, 4, "proposal; more than the 2 points of Ostelo 2008"),
        "rebound_to_baseline": (2, 3, "2 points matter: Ostelo 2008"),
        "rebound_first_day": (3, 14, "proposal; disc infection seen from week 1"),
        "rebound_last_day": (90, 365, "disc infections at 2 weeks to 2 months"),
        "sustained_rise": (1, 3, "2 points, sustained: Ostelo 2008, Mannion COMI"),
        "sustained_first_day": (5, 14, "proposal; a flare settles within a week"),
        "site_first_day": (0, 2, "clinic sheets; sore on the day itself"),
        "hives_urgent_last_day": (1, 7, "second wave of allergy within 72 hours"),
        "both_leg_pain_level": (3, 4, "BMJ Best Practice 3000164; clinic may choose"),
        "weight_loss_half_year": (0.03, 0.1, "CTCAE: weight loss starts at 5 %"),
        "weight_loss_month": (0.02, 0.05, "proposal; share of the weight in 30 days"),
        "fracture_age": (60, 80, "proposal; older age: Finucane 2020"),
        "fracture_rise": (2, 4, "proposal; more than the 2 points of Ostelo 2008"),
        "severe_pain": (7, 9, "severe is 7 to 10: Serlin 1995"),
        "severe_rise": (1, 3, "2 points matter: Ostelo 2008"),
        "severe_hours": (12, 24, "24 hours; two less, evenings are not punctual"),
        "headache_last_day": (5, 21, "onset day 2 to 3, within 5 days: ICHD-3"),
        "phq2_limit": (2, 4, "Arroll 2010: 61 % sensitive, 92 % specific"),
        "phq4_limit": (3, 9, "PHQ-4: 6 to 8 is moderate"),
        "opioid_days": (5, 14, "proposal after the CDC guideline 2022"),
        "nsaid_last_day": (14, 42, "clinics differ: 2, 4 or 6 weeks"),
        "not_settling_first_day": (
            3,
            7,
            "clinic sheets: call if not settled in 3 days",
        ),
        "not_settling_last_day": (10, 42, "published flare: up to 2 weeks"),
        "not_settling_rise": (1, 3, "2 points matter: Ostelo 2008"),
        "worse_first_day": (8, 28, "proposal; after the flare"),
        "worse_rise": (1, 3, "2 points, sustained: Ostelo 2008, Mannion COMI"),
        "worse_share": (1.2, 1.5, "30 % matters: Ostelo 2008"),
        "worse_points": (1, 2, "proposal; the least rise by share"),
        "review_first_day": (35, 49, "review visit at 6 weeks"),
        "review_second_day": (77, 105, "review visit at 3 months"),
        "review_third_day": (161, 203, "review visit at 6 months"),
        "no_change_share": (0.8, 1.0, "proposal; less than 10 % better"),
        "clear_share": (0.6, 0.8, "30 % matters: Ostelo 2008"),
        "function_first_day": (8, 42, "proposal; rest is advised before"),
        "function_rise": (1, 3, "2 points matter: Ostelo 2008"),
        "walk_minutes": (5, 30, "proposal; the least walk that can be halved"),
        "rmdq_rise": (3, 8, "Ostelo 2008: 5 points of Roland-Morris"),
        "rmdq_share": (0.2, 0.5, "Ostelo 2008: 30 %"),
        "rmdq_least": (2, 5, "proposal; real change from 2 points: Stratford 1998"),
        "peg_rise": (1, 3, "2 points matter: Ostelo 2008"),
        "silence_days_initial": (2, 5, "proposal; daily entries until day 14"),
        "silence_days_progressive": (5, 10, "proposal; three a week until day 42"),
        "silence_days_weekly": (10, 21, "proposal; one a week until day 182"),
        "silence_days_monthly": (31, 62, "proposal; one a month until day 365"),
        "silence_rise": (1, 3, "2 points matter: Ostelo 2008"),
    }
)
"""For every threshold: the lowest and highest value a clinic may set, and the source.

The full references are in the project's clinical documentation.
"""

assert set(THRESHOLDS) == {field.name for field in fields(Parameters)}
