"""The thresholds of the rules, the bounds a clinic may move them in, their sources."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Parameters:
    """Temperatures in Celsius, days since the procedure, pain in points of 0 to 10."""

    fever_c: float = 38.0
    fever_at_risk_c: float = 37.8
    fever_risk_age: int = 75
    fever_last_day: int = 90
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


class ParameterError(ValueError):
    """A threshold that does not exist or lies outside its bounds."""

    def __init__(self, field: str, message: str) -> None:
        """Name the threshold, and say in one sentence what is accepted."""
        super().__init__(message)
        self.field = field


THRESHOLDS: Mapping[str, tuple[float, float, str]] = MappingProxyType(
    {
        "fever_c": (37.5, 38.3, "100.4 to 100.5 F in hospital discharge sheets"),
        "fever_at_risk_c": (37.3, 38.0, "proposal; diabetes in 18 % of infections"),
        "fever_risk_age": (60, 90, "proposal"),
        "fever_last_day": (60, 365, "reported infections, day 5 to month 3"),
        "low_temperature_c": (35.0, 36.0, "NICE NG253 (sepsis, 16 and over)"),
        "warm_c": (37.2, 37.8, "proposal"),
        "warm_repeated_c": (37.5, 38.0, "proposal"),
        "warm_repeated_hours": (4, 24, "proposal"),
        "work_up_rise": (1, 3, "2 points matter: Ostelo 2008"),
        "bleeding_last_day": (8, 21, "haematoma at 6 hours, 7 and 8 days"),
        "bleeding_rise": (2, 4, "proposal; more than the 2 points of Ostelo 2008"),
        "bleeding_pain": (7, 9, "severe is 7 to 10: Serlin 1995"),
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
    }
)
"""For every threshold: the lowest and highest value a clinic may set, and the source.

The full references are in the project's clinical documentation.
"""

assert set(THRESHOLDS) == {field.name for field in fields(Parameters)}
