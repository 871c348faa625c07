"""In which unit the thermometers of a place show a temperature (pure)."""

# Where Fahrenheit is read at home; everywhere else only Celsius is.
_FAHRENHEIT = frozenset(
    ["US", "AS", "BS", "BZ", "FM", "GU", "KY", "LR", "MH", "MP", "PR", "PW", "VI"]
)
BOTH = ("C", "F")


def of(locale: str, country: str) -> tuple[str, ...]:
    """The units to choose from, the usual one first.

    A locale may name a region, as es-US does; without one the clinic's country counts.
    """
    parts = locale.replace("_", "-").split("-")[1:]
    region = next((part.upper() for part in parts if len(part) == 2), country)
    return ("F", "C") if region in _FAHRENHEIT else ("C",)
