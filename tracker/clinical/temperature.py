"""Body temperature as people type it, in Celsius or Fahrenheit."""

import re
from decimal import ROUND_HALF_UP, Decimal

LOWEST_C = 33.0
HIGHEST_C = 43.0

_NUMBER = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,6})?")
_TENTH = Decimal("0.1")


class TemperatureError(ValueError):
    """A temperature we cannot take; `code` is `unreadable` or `out_of_range`."""

    def __init__(self, code: str) -> None:
        """Say in one sentence what is accepted."""
        super().__init__("Enter a temperature between 33 and 43 C (91.4 to 109.4 F).")
        self.code = code


def read(text: object, unit: str) -> float:
    """The temperature in Celsius, rounded to 0.1, from 33.0 to 43.0.

    A comma or a point may be typed. A Fahrenheit number under unit C is refused, never
    guessed: a wrong guess could hide a fever.
    """
    number = _number(text)
    if unit == "F":
        number = (number - 32) * 5 / 9
    elif unit != "C":
        raise TemperatureError("unreadable")
    celsius = float(number.quantize(_TENTH, ROUND_HALF_UP))
    if not LOWEST_C <= celsius <= HIGHEST_C:
        raise TemperatureError("out_of_range")
    return celsius


def _number(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise TemperatureError("unreadable")
    if isinstance(value, int) and not 0 <= value < 1000:
        raise TemperatureError("out_of_range")
    text = str(value).strip()
    if not _NUMBER.fullmatch(text):
        raise TemperatureError("unreadable")
    return Decimal(text.replace(",", "."))
