"""Temperatures as typed."""

import pytest

from tracker.clinical import temperature

MESSAGE = r"^Enter a temperature between 33 and 43 C \(91.4 to 109.4 F\)\.$"


@pytest.mark.parametrize(
    ("text", "unit", "celsius"),
    [
        ("37,4", "C", 37.4),
        ("37.4", "C", 37.4),
        (" 37,4 ", "C", 37.4),
        (37.4, "C", 37.4),
        (37, "C", 37.0),
        ("37.95", "C", 38.0),
        ("37.94", "C", 37.9),
        ("33", "C", 33.0),
        ("43.0", "C", 43.0),
        ("98.6", "F", 37.0),
        ("100.4", "F", 38.0),
        ("100,4", "F", 38.0),
        (101.3, "F", 38.5),
        ("91.4", "F", 33.0),
        ("109.4", "F", 43.0),
    ],
)
def test_readable_temperature(text, unit, celsius):
    assert temperature.read(text, unit) == celsius


@pytest.mark.parametrize(
    ("text", "unit", "code"),
    [
        ("80", "C", "out_of_range"),
        ("99", "C", "out_of_range"),
        ("37", "F", "out_of_range"),
        ("32.9", "C", "out_of_range"),
        ("43.1", "C", "out_of_range"),
        (10**400, "C", "out_of_range"),
        ("", "C", "unreadable"),
        ("warm", "C", "unreadable"),
        ("37.4C", "C", "unreadable"),
        ("3 7", "C", "unreadable"),
        ("-37", "C", "unreadable"),
        ("3.7e1", "C", "unreadable"),
        ("\u0663\u0667", "C", "unreadable"),
        (float("nan"), "C", "unreadable"),
        (float("inf"), "C", "unreadable"),
        (True, "C", "unreadable"),
        (None, "C", "unreadable"),
        (["37"], "C", "unreadable"),
        ("37.4", "K", "unreadable"),
    ],
)
def test_refused_temperature(text, unit, code):
    with pytest.raises(ValueError, match=MESSAGE) as caught:
        temperature.read(text, unit)

    assert isinstance(caught.value, temperature.TemperatureError)
    assert caught.value.code == code
