import pytest

from tracker.pages.forms import temperature_units


@pytest.mark.parametrize(
    ("locale", "country", "units"),
    [
        ("en", "US", ("F", "C")),
        ("es", "US", ("F", "C")),
        ("es-US", "MX", ("F", "C")),
        ("zh-Hans-US", "DE", ("F", "C")),
        ("en-GB", "US", ("C",)),
        ("de", "DE", ("C",)),
        ("en", "", ("C",)),
    ],
)
def test_fahrenheit_is_for_where_it_is_read(
    locale: str, country: str, units: tuple[str, ...]
) -> None:
    assert temperature_units.of(locale, country) == units
